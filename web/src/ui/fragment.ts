/**
 * Returns a function that reads a value after the `#` of a mailed link, e.g. `fragment("code")`. The first call reads
 * the value and removes it from the address. Otherwise it would stay in the browser's history.
 */
export function fragment(name: string): () => string {
  let value: string | undefined;
  return () => {
    const found = new URLSearchParams(location.hash.slice(1)).get(name);
    if (found !== null) {
      value = found;
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    return value ?? "";
  };
}
