import { expect, it } from "vitest";
import { faults } from "../build/messages.ts";

it("Texts of two languages have the same keys, values and elements", () => {
  const en = { kept: "Kept until {date}", terms: "Read <terms>the terms</terms>" };
  expect(faults(en, { kept: "Hasta el {date}", terms: "Lea <terms>los términos</terms>" })).toEqual([]);
  expect(faults(en, { kept: "Hasta el {day}", terms: "Lea los términos", more: "Más" })).toEqual([
    "more is not in English",
    "kept has other values or elements in it",
    "terms has other values or elements in it",
  ]);
  expect(faults(en, { kept: " " })).toEqual(["kept is missing", "terms is missing"]);
});
