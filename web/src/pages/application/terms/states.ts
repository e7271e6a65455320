import { problem, type States } from "../../states.ts";
import { BEGUN } from "../samples.ts";

export default {
  terms: { path: "/application", shows: "An account is not a license and not a permit" },
  "not-agreed": {
    path: "/application",
    steps: [{ see: "An account is not a license" }, { click: "Continue" }],
    shows: "There is a problem",
  },
  begun: { path: "/application", kept: BEGUN, shows: "You have begun an application on this device" },
  "too-many": {
    path: "/application",
    api: { "POST /v1/registrations": problem(429, "TOO_MANY_TRIES") },
    steps: [{ tick: "I Agree" }, { click: "Continue" }],
    shows: "Too many tries",
  },
  "cannot-load": { path: "/application", api: { "GET /v1/terms": "none" }, shows: "cannot be reached" },
  spanish: { path: "/es/application", steps: [{ see: "Una cuenta no es una licencia" }], shows: "Acepto" },
} satisfies States;
