import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import en from "../../messages/en/web/problems.json";
import own from "../../messages/en/web/ui.json";
import es from "../../messages/es/web/problems.json";
import { faults } from "../build/messages.ts";

const contract = parse(readFileSync("../infrastructure/openapi.yaml", "utf8"));
const codes: readonly string[] = contract.components.schemas.Problem.properties.code.enum;

describe("Problem codes", () => {
  it("have their English text from the server, each code of the contract and no other", () => {
    expect(Object.keys(en).sort()).toEqual([...codes].sort());
  });

  it("have a Spanish text with the same values in it, and no other", () => {
    expect(faults(en, es)).toEqual([]);
  });

  it("have no second text among the pages' own", () => {
    expect(codes.filter((code) => code in own)).toEqual([]);
  });

  it("have texts that need no value", () => {
    expect([...Object.values(en), ...Object.values(es)].filter((text) => text.includes("{"))).toEqual([]);
  });
});
