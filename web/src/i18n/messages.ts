import type { ComponentChildren } from "preact";
import { useStore } from "../state/store.ts";
import { type Language, language, onLanguage } from "./language.ts";

export type Values = Record<string, string | number>;

type Texts<K extends string> = Readonly<Record<K, string>>;

/** The texts of a page or component. English is always there; other languages are loaded when they are needed. */
export interface Messages<K extends string> {
  load(wanted: Language): Promise<void>;
  text(key: K, values?: Values): string;
  /** Returns whether there is a text in the shown language, or in English. */
  has(key: string): key is K;
}

/**
 * Returns texts from the English file and the files of other languages. `others` has the loaders of these files by
 * path. The build reports texts that a language lacks.
 */
export function messages<K extends string>(
  en: Partial<Texts<K>>,
  others: Readonly<Record<string, () => Promise<unknown>>>,
): Messages<K> {
  const texts: Record<Language, Partial<Texts<K>>> = { en };
  const load = async (wanted: Language) => {
    for (const [file, read] of Object.entries(others)) {
      if (file.startsWith(`./${wanted}/`)) {
        const loaded = (await read()) as { default: Partial<Texts<K>> };
        texts[wanted] = { ...texts[wanted], ...loaded.default };
      }
    }
  };
  onLanguage(load);
  return {
    load,
    text: (key, values) => filled((texts[language.get()] ?? en)[key] ?? key, values),
    has: (key): key is K => key in en || key in (texts[language.get()] ?? {}),
  };
}

export type Text<K extends string> = (key: K, values?: Values) => string;

/** Returns the texts in the shown language. The component is drawn again when the language changes. */
export function useText<K extends string>(of: Messages<K>): Text<K> {
  useStore(language);
  return (key, values) => of.text(key, values);
}

/** Replaces placeholders such as `{name}` with values. */
export function filled(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/**
 * Returns a text that contains elements: `rich("Read <terms>the terms</terms>", { terms: (inner) => <a>{inner}</a> })`.
 */
export function rich(text: string, parts: Record<string, (inner: string) => ComponentChildren>): ComponentChildren[] {
  const pieces = text.split(/<(\w+)>(.*?)<\/\1>/);
  return pieces.flatMap((piece, at) => {
    if (at % 3 === 0) {
      return [piece];
    }
    return at % 3 === 1 ? [parts[piece]?.(pieces[at + 1] ?? "")] : [];
  });
}
