const FIRST = "/staff/link-requests";

/** Returns the page for staff after signing in: the wanted staff page, otherwise the first staff page. */
export function returnTo(wanted: string | undefined): string {
  return wanted && /^\/staff\/[\w/?=&-]*$/.test(wanted) ? wanted : FIRST;
}
