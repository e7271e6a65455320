import { Store } from "../state/store.ts";

/** A folder of `messages/`, such as "en". */
export type Language = string;

/** The languages that there are messages in: English, which every page has at hand, and the other folders. */
export const LANGUAGES: readonly Language[] = [
  "en",
  ...Object.keys(import.meta.glob(["./*/web/ui.json", "!./en/**"], { base: "../../../messages" })).map((file) =>
    file.slice(2, 4),
  ),
];

const KEPT = "language";

/** The language of the page that is shown. */
export const language = new Store<Language>("en");

/** What has to be loaded before a language can be shown. */
const loaders = new Set<(language: Language) => Promise<unknown>>();

export function onLanguage(load: (language: Language) => Promise<unknown>): void {
  loaders.add(load);
}

/** Loads the texts of the language that is shown, for what was loaded since. */
export async function languageReady(): Promise<void> {
  await Promise.all([...loaders].map((load) => load(language.get())));
}

/** Shows all texts in this language, once they are there, and remembers it. */
export async function setLanguage(to: Language): Promise<void> {
  await Promise.all([...loaders].map((load) => load(to)));
  document.documentElement.lang = to;
  remember(to);
  language.set(to);
}

/** "/es/login" is "/login" in Spanish. */
export function read(path: string): { language: Language; path: string } {
  const [, first = "", rest = "/"] = /^\/([a-z]{2})(\/.*)?$/.exec(path) ?? [];
  return LANGUAGES.indexOf(first) > 0 ? { language: first, path: rest } : { language: "en", path };
}

/** "Español" of "es", in the language itself, or in another one: "Spanish". */
export function languageName(of: Language, shownIn: Language = of): string {
  const name = new Intl.DisplayNames(shownIn, { type: "language" }).of(of) as string;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The address of a page in a language. */
export function address(path: string, of: Language = language.get()): string {
  if (of === "en") {
    return path;
  }
  return path === "/" ? `/${of}` : `/${of}${path}`;
}

/** What somebody chose before, else what their browser asks for. */
export function preferred(): Language {
  const wanted = remembered() ?? navigator.language.slice(0, 2);
  return LANGUAGES.includes(wanted) ? wanted : "en";
}

// A browser may refuse to keep anything: the language is then that of the address.
function remember(value: Language): void {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    return;
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
