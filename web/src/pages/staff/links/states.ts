import type { Schemas } from "../../../api/types.ts";
import { type Api, gateway, ok, problem, type Reply, STAFF_SIGNED_IN, type States } from "../../states.ts";
import { STAFF_SESSION } from "../sample.ts";

const aRequest: Schemas["StaffLinkRequest"] = {
  permitId: "01JD00000000000000000PRM01",
  accountId: "01JD00000000000000000ACC01",
  permitNumber: "ROF26-0003",
  address: "18 Aspen Court",
  accountName: "Rivera Roofing LLC",
  accountNumber: "AEC101",
  role: "contractor-of-record",
  reason: "We took over the roof from the former contractor.",
  state: "OPEN",
  requestedAt: "2026-11-20T17:00:00Z",
  version: 1,
};
const other = {
  ...aRequest,
  permitId: "01JD00000000000000000PRM02",
  permitNumber: "BLD26-0012",
  address: "7 Mill Lane",
};
const two: Api = {
  ...STAFF_SIGNED_IN,
  "GET /v1/staff/link-requests": ok<"LinkRequests">({
    linkRequests: [aRequest, other],
    next: "more",
  }),
};
/** The answers before and after the decision on the first request. Then the list has only the other request. */
const oneLeft = [two["GET /v1/staff/link-requests"] as Reply, ok<"LinkRequests">({ linkRequests: [other] })];
const base = { path: "/staff/link-requests", kept: STAFF_SESSION, api: two };
const DECISION = "POST /v1/staff/permits/*/link-requests/*/decision";

export default {
  shown: { ...base, shows: "ROF26-0003" },
  "asked-again": {
    ...base,
    api: {
      ...two,
      "GET /v1/staff/link-requests": ok<"LinkRequests">({
        linkRequests: [
          {
            ...aRequest,
            earlier: {
              state: "REFUSED",
              decidedAt: "2026-11-12T16:30:00Z",
              decidedBy: "sam.clerk@junipercity.example",
              answer: "The owner names another roofer.",
            },
          },
        ],
      }),
    },
    shows: "by sam.clerk@junipercity.example",
  },
  spanish: { ...base, path: "/es/staff/link-requests", shows: "la más antigua primero" },
  none: {
    ...base,
    api: { ...two, "GET /v1/staff/link-requests": ok<"LinkRequests">({ linkRequests: [] }) },
    shows: "No link request waits",
  },
  "not-loaded": {
    ...base,
    api: { ...two, "GET /v1/staff/link-requests": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  "no-role": {
    ...base,
    api: { ...two, "GET /v1/staff/link-requests": problem(403, "NOT_ALLOWED") },
    shows: "Your role does not include this",
  },
  more: {
    ...base,
    api: {
      ...two,
      "GET /v1/staff/link-requests": [
        ok<"LinkRequests">({ linkRequests: [aRequest], next: "more" }),
        ok<"LinkRequests">({
          linkRequests: [{ ...aRequest, permitId: "01JD00000000000000000PRM03", permitNumber: "ELE26-0044" }],
        }),
      ],
    },
    steps: [{ click: "Show more" }],
    shows: "ELE26-0044",
  },
  approving: { ...base, steps: [{ click: "Approve Rivera Roofing LLC on ROF26-0003" }], shows: "Role on the permit" },
  approved: {
    ...base,
    api: {
      ...two,
      "GET /v1/staff/link-requests": oneLeft,
      [DECISION]: ok<"StaffLinkRequest">({ ...aRequest, state: "APPROVED" }),
    },
    steps: [{ click: "Approve Rivera Roofing LLC on ROF26-0003" }, { click: "Approve" }],
    shows: "is a party of ROF26-0003 now",
  },
  "without-reason": {
    ...base,
    steps: [{ click: "Refuse Rivera Roofing LLC on ROF26-0003" }, { click: "Refuse" }],
    shows: "There is a problem",
  },
  refused: {
    ...base,
    api: {
      ...two,
      "GET /v1/staff/link-requests": oneLeft,
      [DECISION]: ok<"StaffLinkRequest">({ ...aRequest, state: "REFUSED" }),
    },
    steps: [
      { click: "Refuse Rivera Roofing LLC on ROF26-0003" },
      { fill: "Reason", with: "The owner names another roofer." },
      { click: "Refuse" },
    ],
    shows: "was refused. We email the reason",
  },
  "session-ended": {
    ...base,
    api: {
      ...two,
      // The session of a contractor in the same browser must make no difference.
      "POST /v1/session/refresh": ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
      "POST /v1/staff/session/refresh": [
        ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
        gateway(401, "Unauthorized"),
      ],
      [DECISION]: gateway(401, "Unauthorized"),
    },
    kept: { ...STAFF_SESSION, session: "1" },
    steps: [{ click: "Approve Rivera Roofing LLC on ROF26-0003" }, { click: "Approve" }],
    shows: "Your session has ended",
  },
  "another-was-faster": {
    ...base,
    api: { ...two, [DECISION]: problem(412, "CHANGED_MEANWHILE") },
    steps: [{ click: "Approve Rivera Roofing LLC on ROF26-0003" }, { click: "Approve" }],
    shows: "Somebody else was faster",
  },
} satisfies States;
