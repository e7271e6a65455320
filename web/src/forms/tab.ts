/** What this tab keeps through a reload; `undefined` where it kept nothing, or the browser keeps nothing. */
export function kept<T>(name: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or nothing any more. */
export function keepInTab(name: string, value: unknown): void {
  try {
    if (value === undefined) {
      sessionStorage.removeItem(name);
    } else {
      sessionStorage.setItem(name, JSON.stringify(value));
    }
  } catch {
    // A browser that keeps nothing has it until the next reload.
    return;
  }
}
