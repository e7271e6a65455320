import { describe, expect, it } from "vitest";
import { returnTo } from "./return.ts";

describe("After signing in staff", () => {
  it("comes back to the page that asked for it", () => {
    expect(returnTo("/staff/accounts/01JD00000000000000000ACC01")).toBe("/staff/accounts/01JD00000000000000000ACC01");
  });

  it("goes to no other site and to no contractor's page", () => {
    for (const wanted of [
      "//evil.example",
      "https://evil.example",
      "/staff//evil.example:80",
      "/account",
      "",
      undefined,
    ]) {
      expect(returnTo(wanted)).toMatch(/^\/staff\//);
    }
    expect(returnTo("/account")).toBe("/staff/link-requests");
  });
});
