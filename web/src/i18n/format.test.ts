import { afterEach, expect, it } from "vitest";
import { date, dateTime } from "./format.ts";
import { setLanguage } from "./language.ts";

afterEach(() => setLanguage("en"));

it("a date breaks nowhere, a date with its time between the two alone", async () => {
  const at = "2026-11-28T18:05:00Z";
  for (const language of ["en", "es"] as const) {
    await setLanguage(language);
    expect(date("2026-11-28")).not.toMatch(/ /);
    expect(dateTime(at, "America/Denver").split(" ")).toHaveLength(2);
  }
  await setLanguage("en");
  expect(date("2026-11-28")).toBe("Nov\u00a028,\u00a02026");
  expect(dateTime(at, "America/Denver")).toMatch(/^Nov\u00a028,\u00a02026, 11:05\sAM$/);
});
