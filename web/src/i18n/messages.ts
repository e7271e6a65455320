import type { ComponentChildren } from "preact";
import { useStore } from "../state/store.ts";
import { type Language, language, onLanguage } from "./language.ts";

export type Values = Record<string, string | number>;

/** A page's or component's texts: English at hand, the others loaded when needed. */
export class Messages<K extends string> {
  private readonly texts: Partial<Record<Language, Readonly<Record<K, string>>>>;

  constructor(
    en: Readonly<Record<K, string>>,
    private readonly others: Readonly<
      Record<Exclude<Language, "en">, () => Promise<{ default: Readonly<Record<K, string>> }>>
    >,
  ) {
    this.texts = { en };
    onLanguage((wanted) => this.load(wanted));
  }

  async load(wanted: Language): Promise<void> {
    if (wanted !== "en" && !this.texts[wanted]) {
      this.texts[wanted] = (await this.others[wanted]()).default;
    }
  }

  text(key: K, values?: Values): string {
    const texts = this.texts[language.get()] ?? this.texts.en;
    return filled(texts?.[key] ?? key, values);
  }

  has(key: string): key is K {
    return this.texts.en !== undefined && key in this.texts.en;
  }
}

/** Texts of a folder: `messages(en, { es: () => import("./es.json") })`. A key that Spanish lacks does not compile. */
export function messages<K extends string>(
  en: Readonly<Record<K, string>>,
  others: Readonly<Record<Exclude<Language, "en">, () => Promise<{ default: Readonly<Record<NoInfer<K>, string>> }>>>,
): Messages<K> {
  return new Messages(en, others);
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
