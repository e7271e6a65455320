import type { Schemas } from "../../api/types.ts";
import { type Answer, type Api, ok } from "../states.ts";

const ID = "01M8FVDQHN2E03PZZ3SKTRMKAH";

const OTHER = "01M8FVDQHN2E03PZZ3SKTRMKAJ";

/** The data in a browser in which an application was begun. */
export const BEGUN = { applications: JSON.stringify([ID]) };
/** The data in a browser in which two applications were begun. */
export const BEGUN_TWO = { applications: JSON.stringify([ID, OTHER]) };

export const at = (method: string, rest = "") => `${method} /v1/registrations/${ID}${rest}`;

export const fresh: Schemas["Registration"] = {
  draftId: ID,
  version: 0,
  expiresAt: "2026-12-05T18:00:00Z",
  language: "en",
  termsVersion: "2026-01",
  attachments: [],
  filesPending: false,
  missing: [
    { step: "COMPANY", field: "company" },
    { step: "COMPANY", field: "password" },
    { step: "CONTACT", field: "contact" },
  ],
  nextStep: "COMPANY",
};

const SHA = "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=";

export const files: Schemas["RegistrationFile"][] = [
  {
    fileId: "01M8FVDQHN2E03PZZ3SKTRMKB1",
    kind: "business-license",
    state: "READY",
    name: "License 2026.pdf",
    type: "application/pdf",
    bytes: 482_113,
    sha256: SHA,
  },
  {
    fileId: "01M8FVDQHN2E03PZZ3SKTRMKB2",
    kind: "photo-id",
    state: "PENDING",
    name: "IMG_4711.jpg",
    type: "image/jpeg",
    bytes: 3_482_113,
    sha256: SHA,
  },
  {
    fileId: "01M8FVDQHN2E03PZZ3SKTRMKB3",
    kind: "state-license",
    state: "REFUSED",
    name: "a very long file name that somebody's scanner made up on 2026-11-27 at 10.22.pdf",
    type: "application/pdf",
    bytes: 882_113,
    sha256: SHA,
    reason: "ENCRYPTED_PDF",
  },
];

export const withCompany: Schemas["Registration"] = {
  ...fresh,
  version: 1,
  missing: [{ step: "CONTACT", field: "contact" }],
  nextStep: "CONTACT",
  company: {
    accountType: "electrical",
    holder: "organization",
    name: "Canyon Electric, LLC",
    nameHeldUntil: "2026-11-29T18:00:00Z",
    license: { class: "Master", number: "EC-20417", state: "CO", expires: "2028-06-30" },
    email: "ana@canyon-electric.example",
    phone: "+17195550134",
    listed: true,
    question: "first-tool",
    passwordSet: true,
  },
};

/** Returns the registration of a person under their own name, with a completed step 1. */
export const person = (name: string): Schemas["Registration"] => ({
  ...withCompany,
  company: { ...withCompany.company, holder: "person", name } as Schemas["RegistrationCompany"],
});

export const whole: Schemas["Registration"] = {
  ...withCompany,
  version: 2,
  missing: [],
  nextStep: "CONFIRM",
  attachments: files.slice(0, 1),
  contact: {
    firstName: "Ana",
    lastName: "Rivera",
    address: { line1: "12 Canyon Road", line2: "Suite 3", city: "Juniper Falls", state: "CO", zip: "80999" },
    phone: "+17195550134",
    mobile: "+17195550135",
    preferredContact: "TEXT",
    language: "en",
  },
};

/** The second of two applications, without a company yet. */
export const other: Api = {
  [`GET /v1/registrations/${OTHER}`]: ok<"Registration">({
    ...fresh,
    draftId: OTHER,
    expiresAt: "2026-12-03T18:00:00Z",
  }),
};

/** Returns an API that answers with this registration. */
export const has = (draft: Schemas["Registration"]): Api => ({ [at("GET")]: ok<"Registration">(draft) });

export const nameIs = (checked: Partial<Schemas["CheckedName"]>): Api => ({
  [at("GET", "/name")]: ok<"CheckedName">({
    name: "Canyon Electric",
    state: "FREE",
    near: [],
    suggestions: [],
    ...checked,
  }),
});

export const codeSent: Answer = ok<"SentCode">({
  email: "ana@canyon-electric.example",
  expiresAt: "2030-01-01T18:15:00Z",
  resendAt: "2020-01-01T18:01:00Z",
});
