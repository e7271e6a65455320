/**
 * Returns a value that this tab has stored. It survives a reload. Returns `undefined` when nothing was stored or the
 * browser stores nothing.
 */
export function kept<T>(name: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value for this tab. Deletes the stored value when the new value is `undefined`. */
export function keepInTab(name: string, value: unknown): void {
  try {
    if (value === undefined) {
      sessionStorage.removeItem(name);
    } else {
      sessionStorage.setItem(name, JSON.stringify(value));
    }
  } catch {
    // If the browser stores nothing, the value is lost at the next reload.
    return;
  }
}
