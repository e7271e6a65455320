import { problem, type States } from "../../states.ts";
import { at, BEGUN, BEGUN_TWO, fresh, has, other, withCompany } from "../samples.ts";

export default {
  terms: { path: "/application", shows: "An account is not a license and not a permit" },
  "not-agreed": {
    path: "/application",
    steps: [{ see: "An account is not a license" }, { click: "Continue" }],
    shows: "There is a problem",
  },
  begun: { path: "/application", api: has(fresh), kept: BEGUN, shows: "You have begun an application on this device" },
  "begun-two": {
    path: "/application",
    api: { ...has(withCompany), ...other },
    kept: BEGUN_TWO,
    shows: "Continue the application of Canyon Electric, LLC",
  },
  "begun-and-ended": {
    path: "/application",
    api: { [at("GET")]: problem(410, "REGISTRATION_CONFIRMED") },
    kept: BEGUN,
    shows: "An account is not a license and not a permit",
  },
  "too-many": {
    path: "/application",
    api: { "POST /v1/registrations": problem(429, "TOO_MANY_TRIES") },
    steps: [{ tick: "I Agree" }, { click: "Continue" }],
    shows: "Too many tries",
  },
  "cannot-load": { path: "/application", api: { "GET /v1/terms": "none" }, shows: "cannot be reached" },
  spanish: { path: "/es/application", steps: [{ see: "Una cuenta no es una licencia" }], shows: "Acepto" },
} satisfies States;
