import { useRef, useState } from "preact/hooks";
import { type ApiError, asApiError } from "./apierror.ts";
import { type Load, useLoad } from "./load.ts";

export interface Pages<T> extends Load<readonly T[]> {
  /** Adds the next page; undefined when there is none. */
  readonly more: (() => Promise<void>) | undefined;
  readonly adding: boolean;
  /** The error of the last attempt to add a page. The pages that are there stay. */
  readonly notAdded: ApiError | undefined;
}

/** Loads a list page by page. Each page has the cursor of the `next` page. */
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
      // If the list was loaded again in the meantime, this page does not belong to it.
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
