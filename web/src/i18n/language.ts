import { Store } from "../state/store.ts";

export const LANGUAGES = ["en", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

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
  const [, first, rest] = /^\/([a-z]{2})(\/.*)?$/.exec(path) ?? [];
  return first === "es" ? { language: "es", path: rest || "/" } : { language: "en", path };
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
  return LANGUAGES.find((known) => known === wanted) ?? "en";
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
