import "./styles/main.scss";
import { render } from "preact";
import { portal } from "./api/portal.ts";
import { address, preferred, read, setLanguage } from "./i18n/language.ts";
import { App } from "./shell/app.tsx";
import { preload } from "./shell/routes.ts";

// An address without a language means English, unless the person has chosen another language before.
const asked = read(location.pathname);
const shown = asked.language === "en" ? preferred() : asked.language;
if (shown !== asked.language) {
  history.replaceState(null, "", address(asked.path, shown) + location.search + location.hash);
}
// Ignore an error here: the page itself shows it.
portal().catch(() => undefined);
await preload(asked.path);
await setLanguage(shown);
const root = document.getElementById("app");
if (root) {
  render(<App />, root);
}
