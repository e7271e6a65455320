import type { Schemas } from "../../../api/types.ts";
import { type Api, gateway, ok, problem, type States } from "../../states.ts";
import { anAccount, asA, SESSION } from "../sample.ts";

const aLicense: Schemas["AccountLicense"] = {
  licenseId: "01JD00000000000000000LCN01",
  kind: "LICENSE",
  class: "C-39 Roofing",
  number: "RC-20417",
  state: "CO",
  issued: "2025-03-01",
  expires: "2099-02-28",
  status: "VERIFIED",
  superseded: false,
  waitingSince: "2026-02-03T17:00:00Z",
  decidedAt: "2026-02-04T17:00:00Z",
  version: 2,
};

const aDocument: Schemas["AccountDocument"] = {
  documentId: "01JD00000000000000000DXC01",
  kind: "state-license",
  identity: false,
  state: "READY",
  name: "state-license-2026.pdf",
  type: "application/pdf",
  bytes: 184320,
  sha256: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
  addedAt: "2026-02-03T17:00:00Z",
};

const some: Schemas["AccountLicenses"] = {
  licenses: [
    aLicense,
    {
      licenseId: "01JD00000000000000000LCN02",
      kind: "LIABILITY",
      number: "GL-7781-2026",
      expires: "2026-01-31",
      status: "EXPIRED",
      superseded: false,
      waitingSince: "2026-02-03T17:00:00Z",
      version: 1,
    },
    {
      licenseId: "01JD00000000000000000LCN03",
      kind: "WORKERS_COMP",
      number: "WC-11",
      expires: "2099-01-31",
      status: "REJECTED",
      reason: "The certificate names another company.",
      superseded: false,
      waitingSince: "2026-02-03T17:00:00Z",
      version: 1,
    },
    {
      licenseId: "01JD00000000000000000LCN04",
      kind: "IDENTITY",
      status: "UNVERIFIED",
      superseded: false,
      waitingSince: "2026-02-03T17:00:00Z",
      version: 1,
    },
  ],
  documents: [
    aDocument,
    {
      ...aDocument,
      documentId: "01JD00000000000000000DXC02",
      kind: "photo-id",
      identity: true,
      name: "license-ana.jpg",
      type: "image/jpeg",
      deleteOn: "2026-03-06",
    },
    {
      ...aDocument,
      documentId: "01JD00000000000000000DXC03",
      kind: "business-license",
      state: "REFUSED",
      reason: "ENCRYPTED_PDF",
      name: "business license.pdf",
    },
    {
      ...aDocument,
      documentId: "01JD00000000000000000DXC04",
      kind: "photo-id",
      identity: true,
      state: "DELETED",
      deletedAt: "2026-02-10T17:00:00Z",
      name: "passport.png",
    },
  ],
};

const withSome: Api = { ...asA("OWNER"), "GET /v1/account/licenses": ok<"AccountLicenses">(some) };
const owner = { path: "/account/licenses", kept: SESSION, api: withSome };
const withNone: Api = {
  ...asA("OWNER"),
  "GET /v1/account/licenses": ok<"AccountLicenses">({ licenses: [], documents: [] }),
};

export default {
  shown: { ...owner, shows: "The certificate names another company" },
  spanish: { ...owner, path: "/es/account/licenses", shows: "Seguro de responsabilidad civil" },
  empty: { ...owner, api: withNone, shows: "no license or insurance on this account yet" },
  homeowner: {
    ...owner,
    api: {
      ...withNone,
      "GET /v1/account": ok<"Account">({ ...anAccount, accountType: "homeowner", holder: "person" }),
    },
    shows: "need no license or insurance",
  },
  "read-only": {
    ...owner,
    api: { ...withSome, ...asA("READ_ONLY") },
    shows: "you can look at this but not change it",
  },
  "not-loaded": {
    ...owner,
    api: { ...withSome, "GET /v1/account/licenses": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  adding: { ...owner, steps: [{ click: "Add: Liability insurance" }], shows: "Policy number" },
  expired: {
    ...owner,
    api: {
      ...withSome,
      "POST /v1/account/licenses": problem(400, "INVALID_REQUEST", {
        errors: [{ field: "expires", code: "EXPIRED", message: "This has expired." }],
      }),
    },
    steps: [
      { click: "Add: Liability insurance" },
      { fill: "Policy number", with: "GL-1" },
      { fill: "Expires on", with: "2025-01-31" },
      { click: "Save" },
    ],
    shows: "this has expired; enter the new one",
  },
  added: {
    ...owner,
    api: { ...withSome, "POST /v1/account/licenses": ok<"AccountLicense">(aLicense, 201) },
    steps: [
      { click: "Add: Liability insurance" },
      { fill: "Policy number", with: "GL-1" },
      { fill: "Expires on", with: "2099-01-31" },
      { click: "Save" },
    ],
    shows: "The Permit Center will verify it and email you",
  },
  changing: { ...owner, steps: [{ click: "Change License RC-20417" }], shows: "verifies it again" },
  "changed-meanwhile": {
    ...owner,
    api: { ...withSome, "PUT /v1/account/licenses/*": problem(412, "CHANGED_MEANWHILE") },
    steps: [{ click: "Change License RC-20417" }, { click: "Save" }],
    shows: "This was changed meanwhile",
  },
  removing: {
    ...owner,
    steps: [{ click: "Remove Liability insurance GL-7781-2026" }],
    shows: "will be removed from your account",
  },
  "document-stays": {
    ...owner,
    api: { ...withSome, "DELETE /v1/account/documents/*": problem(409, "DOCUMENT_PROVES_LICENSE") },
    steps: [{ click: "Remove state-license-2026.pdf" }],
    shows: "This document proves a license",
  },
} satisfies States;
