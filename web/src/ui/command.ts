import { useState } from "preact/hooks";
import { type ApiError, asApiError } from "../api/apierror.ts";

export interface Command {
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  /** Runs a command, one at a time. Shows an error and does not throw it. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly clear: () => void;
}

/** Runs the command of a button. Knows whether it is running and whether it failed. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  return {
    busy,
    error,
    clear: () => setError(undefined),
    async run(work) {
      if (busy) {
        return;
      }
      setBusy(true);
      setError(undefined);
      try {
        await work();
      } catch (thrown) {
        setError(asApiError(thrown));
      } finally {
        setBusy(false);
      }
    },
  };
}
