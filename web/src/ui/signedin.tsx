import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ApiError, asApiError } from "../api/apierror.ts";
import { type Session, session } from "../api/session.ts";
import { useStore } from "../state/store.ts";
import { ErrorAlert } from "./alert.tsx";
import { Loading } from "./loaded.tsx";

interface Props {
  readonly children: ComponentChildren;
  /** The session that the page needs. Pages for staff have their own. */
  readonly of?: Session;
  /** The address of the login page. */
  readonly login?: string;
}

/** Shows a page only to signed-in people. Others must log in first and then come back to the page. */
export function SignedIn({ children, of = session, login = "/login" }: Props) {
  const { path, url, route } = useLocation();
  const standing = useStore(of.standing);
  const [error, setError] = useState<ApiError>();
  const ask = () => {
    setError(undefined);
    of.signedIn().catch((e) => setError(asApiError(e)));
  };
  useEffect(ask, []);
  // Do not hold back a person who leaves the page when the session ends, for example by logging out.
  const here = useRef(path);
  useEffect(() => {
    if (standing === "in") {
      here.current = path;
    } else if (standing === "out" && path === here.current) {
      route(`${login}?return=${encodeURIComponent(url)}`, true);
    }
  }, [standing, login, path, url, route]);
  if (error) {
    return <ErrorAlert error={error} retry={ask} />;
  }
  // If the session ends while the page is open, typed values stay, and each answer says what to do.
  return standing === "in" || standing === "ended" ? children : <Loading />;
}
