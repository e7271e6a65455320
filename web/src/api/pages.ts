import { useRef, useState } from "preact/hooks";
import { type ApiError, asApiError } from "./apierror.ts";
import { type Load, useLoad } from "./load.ts";

export interface Pages<T> extends Load<readonly T[]> {
  /** Adds the next page, where there is one. */
  readonly more: (() => Promise<void>) | undefined;
  readonly adding: boolean;
  /** Why the next page did not come; what is there stays. */
  readonly notAdded: ApiError | undefined;
}

/** A list that comes in pages, each with the cursor of the `next` one. */
export function usePages<T extends { next?: string }>(
  ask: (cursor: string | undefined) => Promise<T>,
  about: string = "",
): Pages<T> {
  const load = useLoad<readonly T[]>(async () => [await ask(undefined)], about);
  const [adding, setAdding] = useState(false);
  const [notAdded, setNotAdded] = useState<ApiError>();
  const current = useRef(load);
  current.current = load;
  const { data } = load;
  const next = data?.at(-1)?.next;

  async function add(cursor: string): Promise<void> {
    setAdding(true);
    setNotAdded(undefined);
    try {
      const page = await ask(cursor);
      // What was loaded anew meanwhile has its own next page.
      if (data && current.current.data === data) {
        load.show([...data, page]);
      }
    } catch (thrown) {
      setNotAdded(asApiError(thrown));
    } finally {
      setAdding(false);
    }
  }

  return { ...load, more: next === undefined ? undefined : () => add(next), adding, notAdded };
}
