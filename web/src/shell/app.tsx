import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { useLoad } from "../api/load.ts";
import { lastContact, portal } from "../api/portal.ts";
import { session } from "../api/session.ts";
import { address, language, read, setLanguage } from "../i18n/language.ts";
import { useText } from "../i18n/messages.ts";
import { onNavigation } from "../ui/title.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { notFound, routes } from "./routes.ts";
import { texts } from "./texts.ts";
import { Guard, Trouble } from "./trouble.tsx";

/** The addresses of this app's pages. The local run's pages and the API do not belong to this app. */
const OURS = /^\/(?!v1\/|mailbox|local)/;

export function App() {
  return (
    <LocationProvider scope={OURS}>
      <WithoutLanguage>
        <Shell />
      </WithoutLanguage>
    </LocationProvider>
  );
}

/** Gives pages their address without the language. So a change of the language keeps the page and all typed values. */
function WithoutLanguage({ children }: { children: ComponentChildren }) {
  const at = useLocation();
  const { language: wanted, path } = read(at.path);
  useEffect(() => {
    if (wanted !== language.get()) {
      void setLanguage(wanted);
    }
  }, [wanted]);
  const first = useRef(path);
  if (path !== first.current) {
    onNavigation();
  }
  const url = path + at.url.slice(at.url.split("?")[0]?.length);
  const inside = { ...at, path, url, route: (to: string, replace?: boolean) => at.route(address(to), replace) };
  return <LocationProvider.ctx.Provider value={inside}>{children}</LocationProvider.ctx.Provider>;
}

function Shell() {
  const t = useText(texts);
  const { path } = useLocation();
  const city = useLoad(portal);
  useEffect(() => {
    if (session.expected) {
      // Ask early whether the person is signed in, for the menu. Ignore an error here, because the page's own requests
      // show it.
      session.signedIn().catch(() => undefined);
    }
  }, []);
  return (
    <>
      <a class="usa-skipnav" href="#main">
        {t("skip")}
      </a>
      <Header />
      <main class="width main" id="main" tabIndex={-1}>
        <Guard path={path}>
          {city.error ? (
            <Trouble error={city.error} retry={() => void city.again()} />
          ) : (
            <Router>
              {routes.map((route) => (
                <Route key={route.path} path={route.path} component={route.component} />
              ))}
              <Route default component={notFound} />
            </Router>
          )}
        </Guard>
      </main>
      <Footer contact={city.data?.contact ?? (city.error && lastContact())} />
    </>
  );
}
