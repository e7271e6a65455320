import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

type Texts = Readonly<Record<string, string>>;

/** The folder of the messages, from the folder of the pages. */
const MESSAGES = "../messages";

/** Fails the build when a text is missing in a language, or has other values or elements in it than the English one. */
export function messages(): Plugin {
  return {
    name: "messages",
    apply: "build",
    buildStart() {
      const found = languages(MESSAGES).flatMap((language) => missing(MESSAGES, language));
      if (found.length > 0) {
        this.error(`texts: ${found.join("; ")}`);
      }
    },
  };
}

/** The languages that there is a folder of messages for. */
export function languages(messages: string): string[] {
  return readdirSync(messages).filter((name) => /^[a-z]{2}$/.test(name));
}

/** What is wrong with the pages' texts in a language. */
export function missing(messages: string, language: string): string[] {
  const read = (of: string, file: string) => {
    const path = `${messages}/${of}/web/${file}`;
    return (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}) as Texts;
  };
  const files = new Set(
    ["en", language].flatMap((of) => readdirSync(`${messages}/${of}/web`, { recursive: true, encoding: "utf8" })),
  );
  return [...files]
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) =>
      faults(read("en", file), read(language, file)).map((fault) => `${language}/web/${file}: ${fault}`),
    );
}

/** What is wrong with a file's texts in another language. */
export function faults(en: Texts, other: Texts): string[] {
  const parts = (text: string) => (text.match(/\{\w+\}|<\/?\w+>/g) ?? []).sort().join();
  return [
    ...Object.keys(other)
      .filter((key) => !(key in en))
      .map((key) => `${key} is not in English`),
    ...Object.entries(en).flatMap(([key, text]) => {
      const translated = other[key]?.trim();
      if (!translated) {
        return [`${key} is missing`];
      }
      return parts(text) === parts(translated) ? [] : [`${key} has other values or elements in it`];
    }),
  ];
}
