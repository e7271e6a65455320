import { describe, expect, it } from "vitest";
import { strength } from "./strength.ts";

const personal = ["Rivera Roofing, LLC", "ana@rivera-roofing.example"];

describe("A new password", () => {
  it.each([
    ["", 0, "meterEmpty"],
    ["short", 1, "meterShort"],
    ["password1", 1, "meterCommon"],
    ["aaaaaaaaaa", 1, "meterRepeats"],
    ["fghjkl34567", 1, "meterRepeats"],
    ["rivera2026x", 1, "meterPersonal"],
    ["orchid-9-wall", 3, "meterFair"],
    ["copper ridge ladder 7", 4, "meterStrong"],
    ["canción del río largo", 4, "meterStrong"],
  ] as const)("%s: level %i, %s", (password, level, reason) => {
    expect(strength(password, 8, personal)).toMatchObject({ level, reason });
  });

  it("is told how much is missing", () => expect(strength("12345", 8, []).missing).toBe(3));
});
