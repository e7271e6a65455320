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
  /** Staff's pages have their own. */
  readonly of?: Session;
  /** Where one signs in. */
  readonly login?: string;
}

/** What only who is signed in sees; anybody else is asked to log in and comes back here. */
export function SignedIn({ children, of = session, login = "/login" }: Props) {
  const { path, url, route } = useLocation();
  const standing = useStore(of.standing);
  const [error, setError] = useState<ApiError>();
  const ask = () => {
    setError(undefined);
    of.signedIn().catch((e) => setError(asApiError(e)));
  };
  useEffect(ask, []);
  // Who goes elsewhere as the session ends, by logging out or on the way to the login, is let go.
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
  // A session that ended while the page was open: what was typed stays, and each answer says what to do.
  return standing === "in" || standing === "ended" ? children : <Loading />;
}
