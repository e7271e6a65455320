import { cleanup, configure } from "@testing-library/preact";
import { afterEach, vi } from "vitest";

// A machine that does much else is slow, not broken.
configure({ asyncUtilTimeout: 10_000 });

// happy-dom has no Web Locks: one after the other, as browsers do it.
const ends = new Map<string, Promise<unknown>>();
Object.defineProperty(navigator, "locks", {
  value: {
    request(name: string, work: () => Promise<unknown>) {
      const mine = (ends.get(name) ?? Promise.resolve()).then(work, work);
      ends.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  },
});

// Only what a test puts there answers.
globalThis.fetch = async (input) => {
  throw new Error(`not foreseen: ${String(input instanceof Request ? input.url : input)}`);
};

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});
