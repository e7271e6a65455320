import type { Schemas } from "../../../api/types.ts";
import { anAccount } from "../../account/sample.ts";
import { type Api, gateway, ok, problem, type Reply, STAFF_SIGNED_IN, type States } from "../../states.ts";
import { STAFF_SESSION } from "../sample.ts";

const aDocument: Schemas["AccountDocument"] = {
  documentId: "01JD00000000000000000DXC01",
  kind: "state-license",
  identity: false,
  state: "READY",
  name: "state-license-2026.png",
  type: "image/png",
  bytes: 184320,
  sha256: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=",
  addedAt: "2026-02-03T17:00:00Z",
};
const account: Schemas["ReviewedAccount"] = {
  accountId: anAccount.accountId,
  number: anAccount.number,
  name: anAccount.name,
  accountType: anAccount.accountType,
  holder: anAccount.holder,
  status: "ACTIVE",
  email: anAccount.email,
  phone: anAccount.phone,
  contact: anAccount.contact,
  createdAt: anAccount.createdAt,
  licenses: [
    {
      licenseId: "01JD00000000000000000LCN01",
      kind: "LICENSE",
      class: "C-39 Roofing",
      number: "RC-20417",
      state: "CO",
      expires: "2099-02-28",
      status: "UNVERIFIED",
      superseded: false,
      waitingSince: "2026-11-20T17:00:00Z",
      version: 2,
    },
    {
      licenseId: "01JD00000000000000000LCN02",
      kind: "IDENTITY",
      status: "REJECTED",
      reason: "The picture is not readable.",
      superseded: false,
      waitingSince: "2026-11-20T17:00:00Z",
      decidedAt: "2026-11-21T17:00:00Z",
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
    },
    {
      ...aDocument,
      documentId: "01JD00000000000000000DXC03",
      name: "scan.tiff",
      type: "image/tiff",
    },
  ],
  looks: [{ documentId: "01JD00000000000000000DXC02", kind: "photo-id", staffId: "clerk", at: "2026-11-21T16:58:00Z" }],
};

const path = `/staff/accounts/${account.accountId}`;
const one: Api = { ...STAFF_SIGNED_IN, "GET /v1/staff/accounts/*": ok<"ReviewedAccount">(account) };
const base = { path, kept: STAFF_SESSION, api: one };
/** Returns the answers for the account before and after a change. */
const then = (changed: Partial<Schemas["ReviewedAccount"]>): readonly Reply[] => [
  ok<"ReviewedAccount">(account),
  ok<"ReviewedAccount">({ ...account, ...changed }),
];
const withLicense = (changed: Partial<Schemas["AccountLicense"]>) =>
  then({ licenses: account.licenses.map((each, at) => (at === 0 ? { ...each, ...changed } : each)) });
const DECIDED = "2026-11-28T17:00:00Z";
const LICENSE = "POST /v1/staff/accounts/*/licenses/*/decision";
const decided = ok<"AccountLicense">({
  licenseId: "01JD00000000000000000LCN01",
  kind: "LICENSE",
  status: "VERIFIED",
  superseded: false,
  waitingSince: "2026-11-20T17:00:00Z",
  version: 3,
});
const standing = (status: "ACTIVE" | "SUSPENDED") =>
  ok<"AccountStanding">({ accountId: account.accountId, name: account.name, status });

export default {
  shown: { ...base, shows: "each view is recorded" },
  spanish: { ...base, path: `/es${path}`, shows: "cada consulta se anota" },
  "not-found": {
    ...base,
    api: { ...one, "GET /v1/staff/accounts/*": problem(404, "NOT_FOUND") },
    shows: "There is no such account",
  },
  "no-role": {
    ...base,
    api: { ...one, "GET /v1/staff/accounts/*": problem(403, "NOT_ALLOWED") },
    shows: "Your role does not include this",
  },
  "not-loaded": {
    ...base,
    api: { ...one, "GET /v1/staff/accounts/*": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  "document-deleted": {
    ...base,
    api: { ...one, "GET /v1/staff/accounts/*/documents/*": problem(410, "DOCUMENT_DELETED") },
    steps: [{ click: "View state-license-2026.png" }],
    shows: "This document has been deleted",
  },
  verified: {
    ...base,
    api: {
      ...one,
      "GET /v1/staff/accounts/*": withLicense({ status: "VERIFIED", decidedAt: DECIDED }),
      [LICENSE]: decided,
    },
    steps: [{ click: "Verify License RC-20417" }],
    shows: "License RC-20417 is verified",
  },
  rejecting: { ...base, steps: [{ click: "Reject License RC-20417" }], shows: "We email this to the account" },
  rejected: {
    ...base,
    api: {
      ...one,
      "GET /v1/staff/accounts/*": withLicense({
        status: "REJECTED",
        reason: "The license belongs to another company.",
        decidedAt: DECIDED,
      }),
      [LICENSE]: decided,
    },
    steps: [
      { click: "Reject License RC-20417" },
      { fill: "Reason", with: "The license belongs to another company." },
      { click: "Reject" },
    ],
    shows: "is rejected. We email the reason",
  },
  "another-was-faster": {
    ...base,
    api: { ...one, [LICENSE]: problem(412, "CHANGED_MEANWHILE") },
    steps: [{ click: "Verify License RC-20417" }],
    shows: "Somebody else was faster",
  },
  suspending: { ...base, steps: [{ click: "Suspend the account" }], shows: "We email this to every member" },
  suspended: {
    ...base,
    api: {
      ...one,
      "GET /v1/staff/accounts/*": then({ status: "SUSPENDED", suspendedFor: "Insurance has ended." }),
      "POST /v1/staff/accounts/*/suspension": standing("SUSPENDED"),
    },
    steps: [
      { click: "Suspend the account" },
      { fill: "Reason", with: "Insurance has ended." },
      { click: "Suspend the account" },
    ],
    shows: "The account is suspended",
  },
  reinstating: {
    ...base,
    api: {
      ...one,
      "GET /v1/staff/accounts/*": ok<"ReviewedAccount">({
        ...account,
        status: "SUSPENDED",
        suspendedFor: "Insurance has ended.",
      }),
    },
    steps: [{ click: "Reinstate the account" }],
    shows: "Insurance has ended.",
  },
} satisfies States;
