/** Returns the page after logging in: the wanted page of this portal, otherwise the dashboard. */
export function returnTo(wanted: string | undefined): string {
  const dashboard = "/dashboard";
  if (!wanted?.startsWith("/")) {
    return dashboard;
  }
  const url = new URL(wanted, location.origin);
  // A path of two slashes, as "/..//elsewhere" becomes, would be the address of another host.
  const own = url.origin === location.origin && !/^\/(\/|(login|v1)(\/|$))/.test(url.pathname);
  return own ? url.pathname + url.search + url.hash : dashboard;
}
