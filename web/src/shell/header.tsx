import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api } from "../api/client.ts";
import { city } from "../api/portal.ts";
import { session } from "../api/session.ts";
import { address, LANGUAGES, language, languageName } from "../i18n/language.ts";
import { useText } from "../i18n/messages.ts";
import { useStore } from "../state/store.ts";
import { Link } from "../ui/link.tsx";
import { texts } from "./texts.ts";

export function Header() {
  const t = useText(texts);
  const { path } = useLocation();
  const standing = useStore(session.standing);
  // Until the server has answered, assume the most likely state. A change of the header would move the whole page.
  const signedIn = standing === "in" || (standing === "unknown" && session.expected);
  const current = (to: string) => (path === to || path.startsWith(`${to}/`) ? ("page" as const) : undefined);
  return (
    <header class="header">
      <div class="width header-inner">
        <Link to="/" class="header-title">
          <span class="header-city">{useStore(city)?.name ?? " "}</span>
          <span class="header-portal">{t("portal")}</span>
        </Link>
        <nav class="header-nav" aria-label={t("navigation")}>
          <ul>
            <li>
              <PublicMenu />
            </li>
            {signedIn ? (
              <>
                <li>
                  <Link to="/dashboard" aria-current={current("/dashboard")}>
                    {t("dashboard")}
                  </Link>
                </li>
                <li>
                  <Link to="/account" aria-current={current("/account")}>
                    {t("account")}
                  </Link>
                </li>
                <li>
                  <Logout />
                </li>
              </>
            ) : path.startsWith("/staff") ? null : (
              <li>
                <Link to="/login" aria-current={current("/login")}>
                  {t("login")}
                </Link>
              </li>
            )}
          </ul>
        </nav>
        <LanguageSwitch path={path} />
      </div>
    </header>
  );
}

/** The menu Public: a button that shows the links Contractor and Staff. */
function PublicMenu() {
  const t = useText(texts);
  const { path } = useLocation();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => setOpen(false), [path]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what the button inside opened
    <div
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === "Escape" && open) {
          setOpen(false);
          menu.current?.querySelector("button")?.focus();
        }
      }}
      onFocusOut={(event) => {
        if (!menu.current?.contains(event.relatedTarget as Node | null)) {
          setOpen(false);
        }
      }}
    >
      <button type="button" aria-expanded={open} aria-controls="public-menu" onClick={() => setOpen(!open)}>
        {t("public")} <span aria-hidden="true">▾</span>
      </button>
      <ul id="public-menu" hidden={!open}>
        <li>
          <Link to="/login">{t("contractor")}</Link>
        </li>
        <li>
          <Link to="/staff">{t("staff")}</Link>
        </li>
      </ul>
    </div>
  );
}

function Logout() {
  const t = useText(texts);
  const { route } = useLocation();
  return (
    <button
      type="button"
      class="usa-button usa-button--unstyled"
      onClick={async () => {
        // Sign out in this browser in any case. Ignore an error of the server.
        await api.POST("/v1/session/logout", { body: {} }).catch(() => undefined);
        session.end();
        route("/");
      }}
    >
      {t("logout")}
    </button>
  );
}

function LanguageSwitch({ path }: { path: string }) {
  const t = useText(texts);
  const shown = useStore(language);
  // Until the city's languages are loaded, show all languages that have messages.
  const languages = useStore(city)?.languages ?? LANGUAGES;
  return (
    <ul class="languages" aria-label={t("language")}>
      {languages.map((each) => (
        <li key={each}>
          <a
            class="usa-link"
            href={address(path, each) + location.search}
            lang={each}
            hreflang={each}
            aria-current={each === shown ? "true" : undefined}
          >
            {languageName(each)}
          </a>
        </li>
      ))}
    </ul>
  );
}
