import { act, renderHook, waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "./apierror.ts";
import { usePages } from "./pages.ts";

interface Page {
  readonly items: readonly string[];
  readonly next?: string;
}

describe("A list in pages", () => {
  it("asks for the next page by the last one's cursor, until there is none", async () => {
    const ask = vi.fn(
      async (cursor?: string): Promise<Page> => (cursor ? { items: ["c"] } : { items: ["a", "b"], next: "2" }),
    );
    const { result } = renderHook(() => usePages(ask));
    await waitFor(() => expect(result.current.data).toHaveLength(1));
    await act(() => result.current.more?.() ?? Promise.resolve());
    expect(ask).toHaveBeenLastCalledWith("2");
    expect(result.current.data?.flatMap(({ items }) => items)).toEqual(["a", "b", "c"]);
    expect(result.current.more).toBeUndefined();
  });

  it("keeps what is there when the next page does not come, and asks again", async () => {
    let fails = true;
    const ask = async (cursor?: string): Promise<Page> => {
      if (cursor && fails) {
        throw new ApiError("UNREACHABLE");
      }
      return cursor ? { items: ["b"] } : { items: ["a"], next: "2" };
    };
    const { result } = renderHook(() => usePages(ask));
    await waitFor(() => expect(result.current.data).toHaveLength(1));
    await act(() => result.current.more?.() ?? Promise.resolve());
    expect(result.current.notAdded?.code).toBe("UNREACHABLE");
    expect(result.current.data).toHaveLength(1);
    fails = false;
    await act(() => result.current.more?.() ?? Promise.resolve());
    expect(result.current.data).toHaveLength(2);
    expect(result.current.notAdded).toBeUndefined();
  });

  it("drops a next page that comes when the list is already about something else", async () => {
    let late: (page: Page) => void = () => undefined;
    const ask = (about: string) => (cursor?: string) =>
      cursor
        ? new Promise<Page>((resolve) => {
            late = resolve;
          })
        : Promise.resolve<Page>({ items: [about], next: "2" });
    const { result, rerender } = renderHook(({ about }: { about: string }) => usePages(ask(about), about), {
      initialProps: { about: "oak" },
    });
    await waitFor(() => expect(result.current.data).toHaveLength(1));
    const adding = result.current.more?.();
    rerender({ about: "elm" });
    await waitFor(() => expect(result.current.data?.[0]?.items).toEqual(["elm"]));
    late({ items: ["oak 2"] });
    await act(() => adding ?? Promise.resolve());
    expect(result.current.data?.flatMap(({ items }) => items)).toEqual(["elm"]);
  });
});
