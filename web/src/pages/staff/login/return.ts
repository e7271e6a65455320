const FIRST = "/staff/link-requests";

/** Where staff goes after signing in: back to a page of staff's, else to the first of them. */
export function returnTo(wanted: string | undefined): string {
  return wanted && /^\/staff\/[\w/?=&-]*$/.test(wanted) ? wanted : FIRST;
}
