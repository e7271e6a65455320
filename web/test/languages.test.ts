import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "vite";
import { afterAll, expect, it } from "vitest";
import { languages, missing } from "../build/messages.ts";

const folder = mkdtempSync(join(tmpdir(), "languages"));
const messages = join(folder, "messages");

afterAll(() => rmSync(folder, { recursive: true }));

/** French as a folder of messages: the English texts, marked. */
function addFrench() {
  cpSync("../messages", messages, { recursive: true });
  cpSync("src", join(folder, "web/src"), { recursive: true });
  cpSync(join(messages, "en"), join(messages, "fr"), { recursive: true });
  for (const file of readdirSync(join(messages, "fr/web"), { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".json")) {
      const path = join(messages, "fr/web", file);
      const texts = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
      const marked = Object.entries(texts).map(([key, text]) => [key, `${text} [fr]`]);
      writeFileSync(path, JSON.stringify(Object.fromEntries(marked)));
    }
  }
}

it("A folder of messages is a language, without any other change", { timeout: 60_000 }, async () => {
  addFrench();
  expect(languages(messages)).toEqual(["en", "es", "fr"]);
  expect(missing(messages, "fr")).toEqual([]);
  writeFileSync(
    join(folder, "web/src/shell.ts"),
    `import { messages } from "./i18n/messages.ts";
     import en from "../../messages/en/web/shell.json";
     export * from "./i18n/language.ts";
     export const texts = messages(en, import.meta.glob(["./*/web/shell.json", "!./en/**"], { base: "../../messages" }));`,
  );
  const vite = await createServer({
    configFile: false,
    root: join(folder, "web"),
    logLevel: "error",
    server: { middlewareMode: true, ws: false },
    resolve: { alias: { "preact/hooks": join(process.cwd(), "node_modules/preact/hooks/dist/hooks.mjs") } },
  });
  try {
    const shell = await vite.ssrLoadModule("/src/shell.ts");
    expect(shell.LANGUAGES).toEqual(["en", "es", "fr"]);
    expect(shell.read("/fr/login")).toEqual({ language: "fr", path: "/login" });
    expect(shell.languageName("fr")).toBe("Français");
    await shell.texts.load("fr");
    shell.language.set("fr");
    expect(shell.texts.text("login")).toBe("Log in [fr]");
  } finally {
    await vite.close();
  }
});

it("A file that a language lacks is named with its texts", () => {
  rmSync(join(messages, "fr/web/totp.json"));
  const [first] = missing(messages, "fr");
  expect(first).toMatch(/^fr\/web\/totp\.json: \w+ is missing$/);
});
