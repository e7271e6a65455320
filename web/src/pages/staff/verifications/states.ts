import { type Api, gateway, ok, problem, STAFF_SIGNED_IN, type States } from "../../states.ts";
import { STAFF_SESSION } from "../sample.ts";

const two: Api = {
  ...STAFF_SIGNED_IN,
  "GET /v1/staff/verifications": ok<"Verifications">({
    waiting: [
      {
        accountId: "01JD00000000000000000ACC01",
        accountName: "Rivera Roofing LLC",
        accountNumber: "AEC101",
        licenseId: "01JD00000000000000000LCN01",
        kind: "LICENSE",
        number: "RC-20417",
        waitingSince: "2026-11-20T17:00:00Z",
      },
      {
        accountId: "01JD00000000000000000ACC02",
        accountName: "Dana Whitfield",
        accountNumber: "AEC102",
        licenseId: "01JD00000000000000000LCN02",
        kind: "IDENTITY",
        waitingSince: "2026-11-24T17:00:00Z",
      },
    ],
  }),
};
const base = { path: "/staff/verifications", kept: STAFF_SESSION, api: two };

export default {
  shown: { ...base, shows: "Dana Whitfield" },
  spanish: { ...base, path: "/es/staff/verifications", shows: "lo que más espera primero" },
  "after-sign-in": { ...base, path: "/staff?return=%2Fstaff%2Fverifications", shows: "Dana Whitfield" },
  none: {
    ...base,
    api: { ...two, "GET /v1/staff/verifications": ok<"Verifications">({ waiting: [] }) },
    shows: "Nothing waits to be verified",
  },
  "no-role": {
    ...base,
    api: { ...two, "GET /v1/staff/verifications": problem(403, "NOT_ALLOWED") },
    shows: "Your role does not include this",
  },
  "not-loaded": {
    ...base,
    api: { ...two, "GET /v1/staff/verifications": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
} satisfies States;
