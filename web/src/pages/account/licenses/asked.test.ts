import { describe, expect, it } from "vitest";
import { aCity } from "../../../../test/answers.ts";
import { asked, daysUntil, kinds } from "./asked.ts";

const ruleOf = (type: string) => {
  const found = aCity.accountTypes.find(({ key }) => key === type);
  if (!found) {
    throw new Error(`the city has no ${type}`);
  }
  return found.license;
};

describe("What an account is asked for", () => {
  it("is what its type needs, and takes", () => {
    expect(asked(ruleOf("electrical"), "LICENSE")).toEqual({
      class: { required: true },
      number: { required: true },
      state: { required: true },
      issued: { required: false },
      expires: { required: true },
    });
    expect(asked(ruleOf("general-contractor"), "LICENSE").class).toEqual({ required: false });
  });

  it("is a policy's number and last day for an insurance", () => {
    expect(asked(ruleOf("electrical"), "LIABILITY")).toEqual({
      number: { required: true },
      expires: { required: true },
    });
  });

  it("is nothing for a homeowner", () => {
    expect(kinds(ruleOf("homeowner"))).toEqual([]);
    expect(kinds(ruleOf("electrical"))).toEqual(["LICENSE", "LIABILITY", "WORKERS_COMP"]);
  });
});

describe("Days until a license ends", () => {
  it("are counted in the city's zone", () => {
    // In Denver it is still November 27.
    const now = new Date("2026-11-28T05:00:00Z");
    expect(daysUntil("2026-11-28", "America/Denver", now)).toBe(1);
    expect(daysUntil("2026-11-27", "America/Denver", now)).toBe(0);
    expect(daysUntil("2026-11-26", "America/Denver", now)).toBe(-1);
  });
});
