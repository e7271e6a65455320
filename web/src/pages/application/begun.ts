const KEPT = "applications";

/** Which applications were begun in this browser, the last one first: no secret, their tokens are in cookies that scripts can't read. */
export function begunHere(): readonly string[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "[]") as string[];
  } catch {
    return [];
  }
}

export function remember(id: string): void {
  keep([id, ...begunHere().filter((other) => other !== id)]);
}

/** It became an account, or there is no way on with it here. */
export function drop(id: string): void {
  keep(begunHere().filter((other) => other !== id));
}

function keep(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing has the application in this window alone.
    return;
  }
}
