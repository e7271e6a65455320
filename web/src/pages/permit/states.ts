import {
  A_FENCE,
  A_PUBLIC_ROOF,
  A_REFUSED_REQUEST,
  A_ROOF,
  AN_OPEN_REQUEST,
  AN_OPENED_ROOF,
} from "../../../test/permits.ts";
import { type Api, ok, problem, SIGNED_IN, type States } from "../states.ts";

const path = `/permits/${A_ROOF.permitId}`;
const PUBLIC: Api = { "GET /v1/permits/*": ok<"PublicPermit">(A_PUBLIC_ROOF) };
const signedIn = (api: Api) => ({ path, api: { ...SIGNED_IN, ...api }, kept: { session: "1" } });
const opened = (more: Partial<typeof AN_OPENED_ROOF> = {}): Api => ({
  "GET /v1/account/permits/*": ok<"OpenedPermit">({ ...AN_OPENED_ROOF, ...more }),
});
/** Returns the state of a signed-in person who is no party of the permit. */
const stranger = (requests: (typeof AN_OPEN_REQUEST)[], api: Api = {}): Api => ({
  ...PUBLIC,
  "GET /v1/account/permits/*": problem(404, "NOT_FOUND"),
  "GET /v1/dashboard": ok<"Dashboard">({ permits: [], linkRequests: requests }),
  ...api,
});
const asks = [
  { click: "Ask to be linked" },
  { choose: "Who are you on this permit?", option: "Subcontractor" },
  { fill: "Why should you be linked?", with: "The owner hired us on May 4." },
  { click: "Ask to be linked to ROF26-0042" },
] as const;
const FILE = "/v1/permits/*/documents/*";

export default {
  party: { ...signedIn(opened()), shows: "Your move: upload the corrected documents" },
  "party-spanish": { ...signedIn(opened()), path: `/es${path}`, shows: "Le toca a usted" },
  "party-nothing-to-send": {
    ...signedIn(
      opened({
        details: { ...AN_OPENED_ROOF.details, permit: A_FENCE },
        feesDue: false,
        documents: [],
        uploadKinds: [],
        next: undefined,
      }),
    ),
    shows: "Nothing can be sent to this permit now",
  },
  "party-sends": {
    ...signedIn(opened()),
    steps: [{ choose: "What do you want to send?", option: "Site plan" }],
    shows: "Files are sent as soon as you choose them",
  },
  "party-sends-wrong-file": {
    ...signedIn(opened()),
    steps: [
      { choose: "What do you want to send?", option: "Plans" },
      { files: "Choose files: Plans", names: ["roof.heic"] },
    ],
    shows: "Not accepted",
  },
  "party-upload-refused": {
    ...signedIn({ ...opened(), "POST /v1/permits/*/documents": problem(409, "PERMIT_CLOSED") }),
    steps: [
      { choose: "What do you want to send?", option: "Photo" },
      { files: "Choose files: Photo", names: ["roof.jpg"] },
    ],
    shows: "nothing more can be sent to it",
  },
  "party-download-failed": {
    ...signedIn({ ...opened(), [`GET ${FILE}`]: problem(409, "DOCUMENT_NOT_READY") }),
    steps: [{ click: "Download roof-plan-rev-b.pdf" }],
    shows: "This document is still being checked",
  },
  "party-removes": {
    ...signedIn(opened()),
    steps: [{ see: "roof-plan-rev-b.pdf" }, { click: "Remove roof-plan-rev-b.pdf" }],
    shows: "The document is deleted",
  },
  visitor: { path, api: PUBLIC, shows: "to see more or to ask to be linked" },
  "visitor-spanish": { path: `/es${path}`, api: PUBLIC, shows: "¿Es su permiso?" },
  "not-a-party": { ...signedIn(stranger([])), shows: "Is this your permit?" },
  asking: { ...signedIn(stranger([])), steps: asks.slice(0, 1), shows: "Why should you be linked?" },
  "asking-nothing-said": {
    ...signedIn(stranger([])),
    steps: [asks[0], { click: "Ask to be linked to ROF26-0042" }],
    shows: "There are 2 problems",
  },
  asked: {
    ...signedIn(
      stranger([], {
        "POST /v1/permits/*/link-request": ok<"LinkRequest">({ ...AN_OPEN_REQUEST, permitId: A_ROOF.permitId }, 201),
      }),
    ),
    steps: asks,
    shows: "Staff decide and we email you",
  },
  "asked-before": {
    ...signedIn(stranger([{ ...AN_OPEN_REQUEST, permitId: A_ROOF.permitId }])),
    shows: "Staff decide and we email you",
  },
  "refused-before": {
    ...signedIn(stranger([{ ...A_REFUSED_REQUEST, permitId: A_ROOF.permitId }])),
    shows: "The owner named another contractor",
  },
  "asked-elsewhere": {
    ...signedIn(stranger([], { "POST /v1/permits/*/link-request": problem(409, "LINK_ALREADY_REQUESTED") })),
    steps: asks,
    shows: "has already asked to be linked",
  },
  "not-found": { path, api: { "GET /v1/permits/*": problem(404, "NOT_FOUND") }, shows: "There is no such permit" },
  waiting: { path, api: { "GET /v1/permits/*": "never" }, shows: "Loading" },
  unreachable: { path, api: { "GET /v1/permits/*": "none" }, shows: "The portal cannot be reached" },
  "by-number": {
    path: "/permits/ROF26-0042",
    api: { "GET /v1/permits": ok<"FoundPermits">({ permits: [A_ROOF], streets: [] }) },
    shows: "1 permit for",
  },
} satisfies States;
