import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { api, body } from "../../api/client.ts";
import { type Load, useLoad } from "../../api/load.ts";
import type { Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { SignedIn } from "../../ui/signedin.tsx";
import { Title } from "../../ui/title.tsx";
import { texts } from "./texts.ts";

type Account = Schemas["Account"];

const PAGES = [
  ["/account", "profile"],
  ["/account/licenses", "licenses"],
  ["/account/members", "members"],
  ["/account/security", "security"],
  ["/account/authenticator", "authenticator"],
  ["/account/sessions", "sessions"],
  ["/account/data", "data"],
] as const;

interface Props {
  readonly page: (typeof PAGES)[number][1];
  readonly children: ComponentChildren;
}

/** A page of "My account", with its heading and links to the other pages. */
export function AccountPage({ page, children }: Props) {
  const t = useText(texts);
  const { path } = useLocation();
  return (
    <SignedIn>
      <div class="with-local">
        <nav class="local" aria-label={t("navigation")}>
          <ul>
            {PAGES.map(([to, name]) => (
              <li key={to}>
                <Link to={to} class="local-link" aria-current={path === to ? "page" : undefined}>
                  {t(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <Title>{t(page)}</Title>
          {children}
        </div>
      </div>
    </SignedIn>
  );
}

/** Loads the account with the person's role in it. */
export function OfAccount({ children }: { children: (account: Account, load: Load<Account>) => ComponentChildren }) {
  const load = useLoad(() => body(api.GET("/v1/account")));
  return <Loaded from={load}>{(account) => children(account, load)}</Loaded>;
}

/** Explains that only an owner may do this. */
export function OwnerOnly({ role }: { role: Account["role"] }) {
  const t = useText(texts);
  return <Alert kind="info">{t("ownerOnly", { role: t(role) })}</Alert>;
}

/** Explains that a member with the role READ_ONLY may not change this. */
export function ReadOnly({ role }: { role: Account["role"] }) {
  const t = useText(texts);
  return <Alert kind="info">{t("readOnly", { role: t(role) })}</Alert>;
}
