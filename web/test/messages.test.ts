import { describe, expect, it } from "vitest";

const files = import.meta.glob<{ default: Record<string, string> }>("../src/**/{en,es}.json", { eager: true });
const english = Object.keys(files).filter((file) => file.endsWith("/en.json"));
const placeholders = (text: string | undefined) => (text ?? "").match(/\{\w+\}|<\/?\w+>/g)?.sort() ?? [];

describe("Texts", () => {
  it("are looked at", () => expect(english.length).toBeGreaterThan(3));

  it.each(english)("of %s are the same in Spanish: keys, values and elements in them", (file) => {
    const en = files[file]?.default ?? {};
    const es = files[file.replace("/en.json", "/es.json")]?.default ?? {};
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      expect([key, placeholders(es[key])]).toEqual([key, placeholders(text)]);
      expect(es[key]?.trim(), key).not.toBe("");
    }
  });
});
