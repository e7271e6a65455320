import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

type Texts = Readonly<Record<string, string>>;

/** Fails the build when a text is missing in a language, or has other values or elements in it than the English one. */
export function messages(): Plugin {
  return {
    name: "messages",
    apply: "build",
    buildStart() {
      const read = (file: string) => JSON.parse(readFileSync(`src/${file}`, "utf8")) as Texts;
      const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
        /\ben\.json$/.test(file),
      );
      const found = files.flatMap((file) =>
        faults(read(file), read(file.replace(/en\.json$/, "es.json"))).map((fault) => `${file}: ${fault}`),
      );
      if (files.length === 0 || found.length > 0) {
        this.error(`texts: ${found.join("; ") || "none were found"}`);
      }
    },
  };
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
