/**
 * What a mailed link carries behind the `#`, e.g. `fragment("code")`. Read when it is first asked for, then taken out of the
 * address: it would else stay in the browser's history.
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
