import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { glossary, strays } from "./glossary.ts";

const LANGUAGES = ["en", "es"] as const;

const texts = LANGUAGES.flatMap((language) =>
  readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => new RegExp(`\\b${language}\\.json$`).test(file))
    .flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(`src/${file}`, "utf8")) as Record<string, string>).map(([key, text]) => ({
        language,
        file,
        key,
        text,
      })),
    ),
);

describe("The glossary", () => {
  it.each(LANGUAGES)("is held by every page text (%s)", (language) => {
    const read = texts.filter((text) => text.language === language);
    expect(new Set(read.map(({ file }) => file)).size).toBeGreaterThan(20);
    expect(
      read.flatMap(({ file, key, text }) => strays(text, language).map((stray) => `src/${file}, ${key}: ${stray}`)),
    ).toEqual([]);
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
