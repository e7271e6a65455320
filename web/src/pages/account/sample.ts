import type { Schemas } from "../../api/types.ts";
import { type Api, ok, SIGNED_IN } from "../states.ts";

export const anAccount: Schemas["Account"] = {
  accountId: "01JD00000000000000000ACC01",
  memberId: "01JD00000000000000000MBR01",
  number: "AEC101",
  name: "Rivera Roofing LLC",
  accountType: "roofing",
  holder: "organization",
  role: "OWNER",
  email: "office@rivera-roofing.example",
  memberEmail: "ana@rivera-roofing.example",
  phone: "+17195550110",
  contact: {
    firstName: "Ana",
    lastName: "Rivera",
    address: { line1: "400 Quarry Road", line2: "Unit 3", city: "Juniper Falls", state: "CO", zip: "80999" },
    phone: "+17195550111",
    mobile: "+17195550112",
    preferredContact: "EMAIL",
    language: "en",
  },
  language: "en",
  listed: true,
  termsVersion: "2026-01",
  termsAcceptedAt: "2026-02-03T17:00:00Z",
  createdAt: "2026-02-03T17:00:00Z",
  version: 3,
};

/** Returns the API of a signed-in person with this role in the account. */
export function asA(role: Schemas["Account"]["role"]): Api {
  return { ...SIGNED_IN, "GET /v1/account": ok<"Account">({ ...anAccount, role }) };
}

/** The data in a browser in which somebody has signed in before. */
export const SESSION = { session: "1" };
