const KEPT = "application";

/** Which application was begun on this device: no secret, its token is in a cookie that scripts can't read. */
export function begunHere(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(id: string | undefined): void {
  try {
    if (id === undefined) {
      localStorage.removeItem(KEPT);
    } else {
      localStorage.setItem(KEPT, id);
    }
  } catch {
    // A browser that keeps nothing has the application in this window alone.
    return;
  }
}
