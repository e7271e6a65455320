import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { glossary, strays } from "./glossary.ts";

const LANGUAGES = ["en", "es"] as const;

const texts = LANGUAGES.flatMap((language) =>
  readdirSync(`../messages/${language}/web`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) =>
      Object.entries(
        JSON.parse(readFileSync(`../messages/${language}/web/${file}`, "utf8")) as Record<string, string>,
      ).map(([key, text]) => ({
        language,
        file,
        key,
        text,
      })),
    ),
);

/** What people read elsewhere than on pages: "where" and the text. */
type Read = readonly (readonly [where: string, text: string])[];

const mails = (language: string): Read =>
  readdirSync(`../messages/${language}/mails`).map((file) => [
    file,
    readFileSync(`../messages/${language}/mails/${file}`, "utf8").replace(/^#.*$/gm, ""),
  ]);

/** Sentences of the server's: what is wrong with a field, or with a request. */
const JAVA = "../functions/src/main/java";
const sentences = (): Read =>
  readdirSync(JAVA, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".java"))
    .flatMap((file) =>
      [...readFileSync(`${JAVA}/${file}`, "utf8").matchAll(/"([A-Z][^"\\]* [^"\\]*[.?])"/g)].map(
        ([, text]) => [file, text ?? ""] as const,
      ),
    );

/** Texts that a city gives, by language: each a member `en` or `es`. */
function given(node: unknown, language: string): string[] {
  return Object.entries(typeof node === "object" && node !== null ? node : {}).flatMap(([key, value]) =>
    key === language && typeof value === "string" ? [value] : given(value, language),
  );
}
const yaml = (file: string) => parse(readFileSync(`../infrastructure/${file}`, "utf8"));
/** Of the sample city alone: a city that is deployed may say what it likes. */
const cityFiles = () =>
  readdirSync("../infrastructure/city/sample", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `city/sample/${file}`);

/** Words that a city has for other things than the portal: a state's registration, business days, a permit's draft. */
const OF_A_CITY = /“(registration|business|Draft|Borrador)”/;

const summaries = (): Read =>
  Object.entries(yaml("openapi.yaml").paths as Record<string, Record<string, { summary: string }>>).flatMap(
    ([path, operations]) => Object.values(operations).map(({ summary }) => [path, summary] as const),
  );

/** Which of the texts say a word that stands for another. */
function straying(read: Read, language: "en" | "es"): string[] {
  expect(read.length).toBeGreaterThan(20);
  return read.flatMap(([where, text]) => strays(text, language).map((stray) => `${where}: ${stray}`));
}

describe("The glossary", () => {
  it.each(LANGUAGES)("is held by every page text (%s)", (language) => {
    const read = texts.filter((text) => text.language === language);
    expect(new Set(read.map(({ file }) => file)).size).toBeGreaterThan(20);
    expect(
      read.flatMap(({ file, key, text }) => strays(text, language).map((stray) => `${file}, ${key}: ${stray}`)),
    ).toEqual([]);
  });

  it.each(LANGUAGES)("is held by every email (%s)", (language) => {
    expect(straying(mails(language), language)).toEqual([]);
  });

  it("is held by what the server says is wrong", () => {
    expect(straying(sentences(), "en")).toEqual([]);
  });

  it("is held by the contract's summaries", () => {
    expect(straying(summaries(), "en")).toEqual([]);
  });

  it.each(LANGUAGES)("is held by the sample city's texts (%s)", (language) => {
    const read = cityFiles().flatMap((file) => given(yaml(file), language).map((text) => [file, text] as const));
    expect(straying(read, language).filter((stray) => !OF_A_CITY.test(stray))).toEqual([]);
  });

  it.each(LANGUAGES)("has only words that the pages say (%s)", (language) => {
    const said = texts
      .filter((text) => text.language === language)
      .map(({ text }) => text.toLowerCase())
      .join("\n");
    expect(glossary.map((concept) => concept[language]).filter((word) => !said.includes(word.toLowerCase()))).toEqual(
      [],
    );
  });

  it("does not forbid its own words", () => {
    expect(LANGUAGES.flatMap((language) => glossary.flatMap((concept) => strays(concept[language], language)))).toEqual(
      [],
    );
  });

  it("finds a word that stands for another, and reads neither values nor elements", () => {
    expect(strays("We mailed a code to your Username.", "en")).toEqual([
      "“Username”: say “User Name”",
      "“mailed”: say “email”",
    ]);
    expect(strays("Su borrador está en el tablero.", "es")).toEqual([
      "“tablero”: say “Panel”",
      "“borrador”: say “solicitud”",
    ]);
    expect(strays("<dashboard>Dashboard</dashboard> of {mail}", "en")).toEqual([]);
  });
});
