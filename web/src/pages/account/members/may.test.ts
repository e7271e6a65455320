import { describe, expect, it } from "vitest";
import type { Schemas } from "../../../api/types.ts";
import { may } from "./may.ts";

const aMember = (memberId: string, more: Partial<Schemas["Member"]> = {}): Schemas["Member"] => ({
  memberId,
  name: memberId,
  email: `${memberId}@rivera.example`,
  role: "MEMBER",
  language: "en",
  principal: false,
  suspended: false,
  ...more,
});

describe("An owner", () => {
  const ana = aMember("ana", { role: "OWNER", principal: true });
  const ben = aMember("ben", { role: "OWNER" });
  const cleo = aMember("cleo");

  it("who is the only one stays", () => {
    expect(may(ana, [ana, cleo], "ana")).toEqual({ stays: "lastOwner", handOver: false, claim: false });
    expect(may(ana, [ana, { ...ben, suspended: true }], "ana").stays).toBe("lastOwner");
  });

  it("who signs in with the company's name stays until it is handed over", () => {
    expect(may(ana, [ana, ben], "ana")).toEqual({ stays: "principalStays", handOver: false, claim: false });
  });

  it("beside another can be changed, and be handed the name", () => {
    expect(may(ben, [ana, ben], "ana")).toEqual({ handOver: true, claim: false });
  });

  it("can claim the name, and hands over what is another's to nobody", () => {
    expect(may(ben, [ana, ben], "ben")).toEqual({ handOver: false, claim: true });
    expect(may({ ...ben, memberId: "dan" }, [ana, ben], "ben").handOver).toBe(false);
  });
});

describe("Another member", () => {
  it("can be changed, and becomes an owner before the name is handed over", () => {
    expect(may(aMember("cleo"), [aMember("ana", { role: "OWNER", principal: true })], "ana")).toEqual({
      handOver: false,
      claim: false,
    });
  });
});
