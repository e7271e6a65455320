import { keepInTab, kept } from "../../forms/tab.ts";

const ALL = "applications";
const OF_TAB = "application";

let own: string | undefined;

/** The application of this tab, whatever is begun or ends in others; a new tab goes on with the last one. */
export function current(): string | undefined {
  own ??= kept<string>(OF_TAB) ?? begunHere()[0];
  keepInTab(OF_TAB, own);
  return own;
}

/** This tab goes on with this one. */
export function choose(id: string): void {
  own = id;
  keepInTab(OF_TAB, id);
  keep([id, ...begunHere().filter((other) => other !== id)]);
}

/** Which were begun in this browser, the last one first: no secret, their tokens are in cookies that scripts can't read. */
export function begunHere(): readonly string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(ALL) ?? "[]") as unknown;
    return Array.isArray(kept) ? (kept as string[]) : [];
  } catch {
    return [];
  }
}

/** There is no way on with it in this browser. A tab that had it says so until another one is chosen. */
export function drop(id: string): void {
  keep(begunHere().filter((other) => other !== id));
}

/** It became an account: nothing more is to be said of it. */
export function finish(id: string): void {
  drop(id);
  own = undefined;
  keepInTab(OF_TAB, undefined);
}

function keep(ids: readonly string[]): void {
  try {
    localStorage.setItem(ALL, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing has the application in this window alone.
    return;
  }
}
