import type { ComponentChildren } from "preact";
import { useStore } from "../state/store.ts";
import { type Language, language, onLanguage } from "./language.ts";

export type Values = Record<string, string | number>;

type Texts<K extends string> = Readonly<Record<K, string>>;

/** A page's or component's texts: English at hand, the others loaded when needed. */
export interface Messages<K extends string> {
  load(wanted: Language): Promise<void>;
  text(key: K, values?: Values): string;
  has(key: string): key is K;
}

/**
 * Texts of the files that `others` loads, by their paths: those of one language make one. The build names what a
 * language lacks.
 */
export function messages<K extends string>(
  en: Texts<K>,
  others: Readonly<Record<string, () => Promise<unknown>>>,
): Messages<K> {
  const texts: Record<Language, Texts<K>> = { en };
  const load = async (wanted: Language) => {
    for (const [file, read] of Object.entries(others)) {
      if (file.startsWith(`./${wanted}/`)) {
        const loaded = (await read()) as { default: Texts<K> };
        texts[wanted] = { ...texts[wanted], ...loaded.default };
      }
    }
  };
  onLanguage(load);
  return {
    load,
    text: (key, values) => filled((texts[language.get()] ?? en)[key] ?? key, values),
    has: (key): key is K => key in en,
  };
}

export type Text<K extends string> = (key: K, values?: Values) => string;

/** The texts in the language that is shown; the component follows a switch. */
export function useText<K extends string>(of: Messages<K>): Text<K> {
  useStore(language);
  return (key, values) => of.text(key, values);
}

/** Puts values in place of `{name}`. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text with elements in it: `rich("Read <terms>the terms</terms>", { terms: (inner) => <a>{inner}</a> })`. */
export function rich(text: string, parts: Record<string, (inner: string) => ComponentChildren>): ComponentChildren[] {
  const pieces = text.split(/<(\w+)>(.*?)<\/\1>/);
  return pieces.flatMap((piece, at) => {
    if (at % 3 === 0) {
      return [piece];
    }
    return at % 3 === 1 ? [parts[piece]?.(pieces[at + 1] ?? "")] : [];
  });
}
