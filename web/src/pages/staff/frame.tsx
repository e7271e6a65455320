import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { staffSession } from "../../api/session.ts";
import { useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { SignedIn } from "../../ui/signedin.tsx";
import { Title } from "../../ui/title.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page for staff. It needs a staff session, which is independent of a contractor's session in the same browser. */
export function StaffPage({ title, children }: Props) {
  const t = useText(texts);
  const { path, route } = useLocation();
  const current = (to: string) => (path === to ? ("page" as const) : undefined);
  return (
    <SignedIn of={staffSession} login="/staff">
      <nav class="local local-top no-print" aria-label={t("navigation")}>
        <ul>
          <li>
            <Link to="/staff/link-requests" class="local-link" aria-current={current("/staff/link-requests")}>
              {t("links")}
            </Link>
          </li>
          <li>
            <Link to="/staff/verifications" class="local-link" aria-current={current("/staff/verifications")}>
              {t("verifications")}
            </Link>
          </li>
          <li>
            <button
              type="button"
              class="local-link"
              onClick={async () => {
                // Sign out in this browser in any case. Ignore an error of the server.
                await api.POST("/v1/staff/session/logout").catch(() => undefined);
                route("/staff");
                staffSession.end();
              }}
            >
              {t("logout")}
            </button>
          </li>
        </ul>
      </nav>
      <Title>{title}</Title>
      {children}
    </SignedIn>
  );
}
