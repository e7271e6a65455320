import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, asApiError } from "./apierror.ts";

export interface Load<T> {
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  /** Loads the data again. The present data stay until the answer is there. */
  readonly again: () => Promise<void>;
  /** Replaces the data, for example with the answer of a command. */
  readonly show: (data: T) => void;
}

/**
 * Loads data when the component appears and when `about` changes. Ignores an answer that a newer request has replaced.
 */
export function useLoad<T>(ask: () => Promise<T>, about: string = ""): Load<T> {
  const [shown, show] = useState<{ about: string; data?: T; error?: ApiError }>({ about });
  const asking = useRef(0);
  const current = useRef(ask);
  current.current = ask;
  const again = useCallback(async () => {
    const mine = ++asking.current;
    try {
      const data = await current.current();
      if (mine === asking.current) {
        show({ about, data });
      }
    } catch (e) {
      const error = asApiError(e);
      if (mine === asking.current) {
        show((before) => ({
          about,
          ...(before.about === about && before.data !== undefined ? { data: before.data } : {}),
          error,
        }));
      }
    }
  }, [about]);
  useEffect(() => {
    void again();
    return () => void asking.current++;
  }, [again]);
  const mine = shown.about === about ? shown : { about };
  return { data: mine.data, error: mine.error, again, show: (data) => show({ about, data }) };
}
