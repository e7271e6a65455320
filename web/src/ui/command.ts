import { useState } from "preact/hooks";
import { type ApiError, asApiError } from "../api/apierror.ts";

export interface Command {
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  /** Runs one at a time; what was refused is shown, not thrown. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly clear: () => void;
}

/** A button's work: whether it is under way, and what was refused. */
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
