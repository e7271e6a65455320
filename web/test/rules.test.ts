import { describe, expect, it } from "vitest";
import * as rules from "../src/api/generated/rules.ts";
import type { Rule } from "../src/api/rules.ts";

const email: Rule = rules.SaveCompany.email;
const fits = (rule: Rule, text: string) => new RegExp(`^(?:${rule.pattern})$`, "v").test(text);

describe("Rules from the contract", () => {
  it("have patterns that browsers can read", () => {
    const patterns = Object.values(rules).flatMap((fields) =>
      Object.values(fields as Record<string, Rule>).flatMap((rule) => rule.pattern ?? []),
    );
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of patterns) {
      expect(() => new RegExp(pattern, "v")).not.toThrow();
    }
  });

  it("let an address through and stop one without a domain", () => {
    expect(fits(email, "ana+permits@rivera-roofing.example")).toBe(true);
    expect(fits(email, "ana{|}~@rivera.example")).toBe(true);
    expect(fits(email, "ana@rivera")).toBe(false);
    expect(fits(email, "ana rivera@rivera.example")).toBe(false);
  });

  it("name fields of objects by their path", () => {
    expect(rules.SaveContact["address.zip"].required).toBe(true);
  });
});
