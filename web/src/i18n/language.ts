import { Store } from "../state/store.ts";

/** A language: the name of a folder in `messages/`, such as "en". */
export type Language = string;

/** The languages that have messages: English, whose texts are part of every page, and the other folders. */
export const LANGUAGES: readonly Language[] = [
  "en",
  ...Object.keys(import.meta.glob(["./*/web/ui.json", "!./en/**"], { base: "../../../messages" })).map((file) =>
    file.slice(2, 4),
  ),
];

const KEPT = "language";

/** The language that the page shows. */
export const language = new Store<Language>("en");

/** The loaders of texts. All of them must run before a language can be shown. */
const loaders = new Set<(language: Language) => Promise<unknown>>();

export function onLanguage(load: (language: Language) => Promise<unknown>): void {
  loaders.add(load);
}

/** Loads texts in the shown language for pages that were loaded after the last change of the language. */
export async function languageReady(): Promise<void> {
  await Promise.all([...loaders].map((load) => load(language.get())));
}

/** Loads all texts in a language, shows them and remembers the language. */
export async function setLanguage(to: Language): Promise<void> {
  await Promise.all([...loaders].map((load) => load(to)));
  document.documentElement.lang = to;
  remember(to);
  language.set(to);
}

/** Splits an address into language and path: "/es/login" is "/login" in Spanish. */
export function read(path: string): { language: Language; path: string } {
  const [, first = "", rest = "/"] = /^\/([a-z]{2})(\/.*)?$/.exec(path) ?? [];
  return LANGUAGES.indexOf(first) > 0 ? { language: first, path: rest } : { language: "en", path };
}

/** Returns the name of a language in this language or in another one: "Español" or "Spanish" for "es". */
export function languageName(of: Language, shownIn: Language = of): string {
  const name = new Intl.DisplayNames(shownIn, { type: "language" }).of(of) as string;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Returns the address of a page in a language. */
export function address(path: string, of: Language = language.get()): string {
  if (of === "en") {
    return path;
  }
  return path === "/" ? `/${of}` : `/${of}${path}`;
}

/** Returns the language that the person chose before, otherwise the browser's language. */
export function preferred(): Language {
  const wanted = remembered() ?? navigator.language.slice(0, 2);
  return LANGUAGES.includes(wanted) ? wanted : "en";
}

// A browser may refuse to store anything. Then the address determines the language.
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
