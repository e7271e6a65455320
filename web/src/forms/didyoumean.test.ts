import { expect, it } from "vitest";
import { didYouMean } from "./didyoumean.ts";

it.each([
  ["ana@gmial.com", "ana@gmail.com"],
  ["Ana@gmail.co", "ana@gmail.com"],
  ["ana@hotmial.con", "ana@hotmail.com"],
  ["ana@gmail.com", undefined],
  ["ana@rivera-roofing.example", undefined],
  ["ana@mail.com", undefined],
  ["ana", undefined],
])("%s: did you mean %s?", (typed, meant) => {
  // mail.com is another real provider; its name differs from gmail.com by one letter.
  expect(didYouMean(typed)).toBe(meant);
});
