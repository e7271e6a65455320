import type { Schemas } from "../src/api/types.ts";
import type { Card } from "../src/permits/words.ts";

/** Permits of the sample city, for the states of several pages. */
export const A_ROOF: Card = {
  permitId: "01K5Z8Q4T7M2R9X3V6B0N1C001",
  number: "ROF26-0042",
  type: "roof",
  description: "Tear off and re-roof, 32 squares, class 4 shingles",
  status: "CORRECTIONS",
  statusMapped: "In Review",
  nextMove: "APPLICANT",
  address: { line1: "609 Cottonwood Bend Dr", city: "Juniper Falls", state: "CO", zip: "80999" },
  dates: { applied: "2026-10-02", status: "2026-11-20" },
};

export const A_BASEMENT: Card = {
  permitId: "01K5Z8Q4T7M2R9X3V6B0N1C002",
  number: "BLD26-0117",
  type: "building",
  description: "Basement finish: two bedrooms, one bath, egress windows",
  status: "IN_REVIEW",
  statusMapped: "In Review",
  nextMove: "CITY",
  address: { line1: "160 1st St", line2: "Unit 4", city: "Juniper Falls", state: "CO", zip: "80999" },
  dates: { applied: "2026-11-12", status: "2026-11-16" },
};

export const A_FENCE: Card = {
  permitId: "01K5Z8Q4T7M2R9X3V6B0N1C003",
  number: "FEN26-0008",
  type: "fence",
  description: "6' cedar privacy fence, rear and side yards",
  status: "COC_ISSUED",
  statusMapped: "Occupancy",
  nextMove: "NOBODY",
  address: { line1: "581 Founders Blvd", city: "Juniper Falls", state: "CO", zip: "80999" },
  dates: { applied: "2026-03-02", issued: "2026-03-09", completed: "2026-04-20", status: "2026-04-22" },
};

export const AN_OPEN_REQUEST: Schemas["LinkRequest"] = {
  permitId: "01K5Z8Q4T7M2R9X3V6B0N1C004",
  permitNumber: "ELE26-0031",
  address: "144 Quail Covey Ln, Juniper Falls, CO 80998",
  role: "sub-contractor",
  reason: "We do the wiring for the owner.",
  state: "OPEN",
  requestedAt: "2026-11-27T16:20:00Z",
};

export const A_REFUSED_REQUEST: Schemas["LinkRequest"] = {
  ...AN_OPEN_REQUEST,
  permitId: "01K5Z8Q4T7M2R9X3V6B0N1C005",
  permitNumber: "MEC26-0005",
  state: "REFUSED",
  decidedAt: "2026-11-28T15:02:00Z",
  answer: "The owner named another contractor. Ask the owner to write to us.",
};

export const A_PUBLIC_ROOF: Schemas["PublicPermit"] = {
  details: {
    permit: A_ROOF,
    parcel: "3106-12-4-10-007",
    work: {
      kind: "Re-roof",
      permitClass: "Residential",
      workClass: "Alteration",
      proposedUse: "Single-family dwelling",
      valueCents: 3_150_000,
      squareFeet: 3200,
    },
    contractor: { name: "Rivera Roofing", trade: "Roofing Contractor", license: "RC-2143", licenseState: "CO" },
    masterNumber: "BLD26-0117",
  },
  documents: [
    {
      documentId: "01K5Z8Q4T7M2R9X3V6B0N1D001",
      kind: "permit-card",
      name: "permit-card.pdf",
      type: "application/pdf",
      bytes: 84_000,
    },
  ],
};

const A_DOCUMENT: Schemas["PermitDocument"] = {
  documentId: "01K5Z8Q4T7M2R9X3V6B0N1D002",
  kind: "plans",
  name: "roof-plan-rev-b.pdf",
  type: "application/pdf",
  bytes: 4_300_000,
  sha256: "3q2+7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  state: "READY",
  addedAt: "2026-11-27T17:05:00Z",
  addedByYou: true,
  removable: true,
};

export const AN_OPENED_ROOF: Schemas["OpenedPermit"] = {
  details: A_PUBLIC_ROOF.details,
  feesDue: true,
  yourRoles: ["contractor-of-record"],
  parties: [
    { name: "Rivera Roofing", role: "contractor-of-record", since: "2026-10-03T15:00:00Z", you: true },
    { name: "Dana Whitfield", role: "owner", since: "2026-10-05T18:30:00Z", you: false },
  ],
  documents: [
    A_DOCUMENT,
    {
      ...A_DOCUMENT,
      documentId: "01K5Z8Q4T7M2R9X3V6B0N1D003",
      kind: "letter",
      name: "review-comments.tiff",
      type: "image/tiff",
      bytes: 120_000,
      addedByYou: false,
      removable: false,
    },
    {
      ...A_DOCUMENT,
      documentId: "01K5Z8Q4T7M2R9X3V6B0N1D004",
      kind: "calculations",
      name: "wind-load.pdf",
      state: "REFUSED",
      reason: "ENCRYPTED_PDF",
    },
  ],
  uploadKinds: ["plans", "site-plan", "calculations", "photo", "letter", "other"],
  events: [
    {
      id: "01K5Z8Q4T7M2R9X3V6B0N1E009",
      at: "2026-11-27T17:06:00Z",
      kind: "DOCUMENT_ADDED",
      values: { document: "01K5Z8Q4T7M2R9X3V6B0N1D002", name: "roof-plan-rev-b.pdf", kind: "plans" },
    },
    {
      id: "01K5Z8Q4T7M2R9X3V6B0N1E008",
      at: "2026-11-20T16:00:00Z",
      kind: "STATUS_CHANGED",
      values: { from: "IN_REVIEW", to: "CORRECTIONS" },
    },
    {
      id: "01K5Z8Q4T7M2R9X3V6B0N1E007",
      at: "2026-10-05T18:30:00Z",
      kind: "PARTY_LINKED",
      values: { account: "Dana Whitfield", role: "owner" },
    },
  ],
  next: "sample",
};
