import { ok, problem, type States } from "../../states.ts";
import { anAccount, asA, SESSION } from "../sample.ts";

const api = asA("OWNER");
const base = { path: "/account/data", kept: SESSION, api };
const close = [
  { click: "Close the account…" },
  { fill: "Your password", with: "copper ridge ladder 7" },
  { tick: "Close Rivera Roofing LLC for good" },
  { click: "Close the account" },
];

export default {
  shown: { ...base, shows: "Closing is for good" },
  spanish: { ...base, path: "/es/account/data", shows: "El cierre es definitivo" },
  "not-owner": { ...base, api: asA("MEMBER"), shows: "Only an owner of the account can do this" },
  exported: {
    ...base,
    api: {
      ...api,
      "GET /v1/account/export": ok<"AccountExport">({
        exportedAt: "2026-11-28T17:00:00Z",
        account: anAccount,
        members: [],
        invitations: [],
        papers: { licenses: [], documents: [] },
        business: [],
      }),
    },
    steps: [{ click: "Download" }],
    shows: "AEC101-2026-11-28.json is in your downloads",
  },
  "not-exported": {
    ...base,
    api: { ...api, "GET /v1/account/export": "none" },
    steps: [{ click: "Download" }],
    shows: "cannot be reached",
  },
  "not-ticked": {
    ...base,
    steps: [{ click: "Close the account…" }, { click: "Close the account" }],
    shows: "There are 2 problems",
  },
  "in-use": {
    ...base,
    api: {
      ...api,
      "POST /v1/account/closing": problem(409, "ACCOUNT_IN_USE", {
        errors: [
          { field: "permit", code: "OPEN", message: "BLD26-0012" },
          { field: "link-request", code: "OPEN", message: "ROF26-0003" },
        ],
      }),
    },
    steps: close,
    shows: "Permit BLD26-0012",
  },
  closed: {
    ...base,
    api: { ...api, "POST /v1/account/closing": { status: 204 } },
    steps: close,
    shows: "is closed and every login has ended",
  },
} satisfies States;
