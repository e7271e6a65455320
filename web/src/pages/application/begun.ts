import { keepInTab, kept } from "../../forms/tab.ts";

const ALL = "applications";
const OF_TAB = "application";

let own: string | undefined;

/**
 * Returns the id of this tab's application. Other tabs do not change it. A new tab continues the application that was
 * begun last.
 */
export function current(): string | undefined {
  own ??= kept<string>(OF_TAB) ?? begunHere()[0];
  keepInTab(OF_TAB, own);
  return own;
}

/** Lets this tab continue an application. */
export function choose(id: string): void {
  own = id;
  keepInTab(OF_TAB, id);
  keep([id, ...begunHere().filter((other) => other !== id)]);
}

/**
 * Returns the ids of the applications that were begun in this browser, the last one first. The ids are no secret. The
 * applications' tokens are in cookies that scripts cannot read.
 */
export function begunHere(): readonly string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(ALL) ?? "[]") as unknown;
    return Array.isArray(kept) ? (kept as string[]) : [];
  } catch {
    return [];
  }
}

/**
 * Removes an application that cannot be continued in this browser. A tab with this application says so until another
 * application is chosen.
 */
export function drop(id: string): void {
  keep(begunHere().filter((other) => other !== id));
}

/** Removes an application that has become an account, also from this tab. */
export function finish(id: string): void {
  drop(id);
  own = undefined;
  keepInTab(OF_TAB, undefined);
}

function keep(ids: readonly string[]): void {
  try {
    localStorage.setItem(ALL, JSON.stringify(ids));
  } catch {
    // If the browser stores nothing, only this window knows the application.
    return;
  }
}
