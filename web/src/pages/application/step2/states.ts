import { ok, problem, type States, type Step } from "../../states.ts";
import { at, BEGUN, has, person, whole, withCompany } from "../samples.ts";

const path = "/application/step-2";

const FILLED: readonly Step[] = [
  { fill: "First name", with: "Ana" },
  { fill: "Last name", with: "Rivera" },
  { fill: "Street address", with: "12 Canyon Road" },
  { fill: "City", with: "Juniper Falls" },
  { fill: "State", with: "co" },
  { fill: "ZIP code", with: "80999" },
];

export default {
  fresh: { path, api: has(withCompany), kept: BEGUN, shows: "The person we reach" },
  empty: { path, api: has(withCompany), kept: BEGUN, steps: [{ click: "Next Step" }], shows: "There are 6 problems" },
  "own-name": {
    path,
    api: has(person("Ana Rivera")),
    kept: BEGUN,
    steps: [{ click: "Next Step" }],
    shows: "There are 4 problems",
  },
  // It is unknown which of the three words are the last name.
  "own-name-of-three": {
    path,
    api: has(person("Juan García López")),
    kept: BEGUN,
    steps: [{ click: "Next Step" }],
    shows: "There are 6 problems",
  },
  "text-without-mobile": {
    path,
    api: has(withCompany),
    kept: BEGUN,
    steps: [...FILLED, { click: "By text message" }, { click: "Next Step" }],
    shows: "text messages need one",
  },
  "wrong-zip": {
    path,
    api: has(withCompany),
    kept: BEGUN,
    steps: [...FILLED, { fill: "ZIP code", with: "809" }, { click: "Next Step" }],
    shows: "five digits",
  },
  saved: {
    path,
    api: {
      [at("GET")]: [ok<"Registration">(withCompany), ok<"Registration">(whole)],
      [at("PUT", "/contact")]: ok<"Registration">(whole),
    },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "Please confirm that everything is correct",
  },
  "ended-meanwhile": {
    path,
    api: { ...has(withCompany), [at("PUT", "/contact")]: problem(410, "REGISTRATION_EXPIRED") },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "Begin an application",
  },
  stale: {
    path,
    api: { ...has(withCompany), [at("PUT", "/contact")]: problem(412, "CHANGED_MEANWHILE", { currentVersion: 4 }) },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "This was changed meanwhile",
  },
  spanish: { path: `/es${path}`, api: has(withCompany), kept: BEGUN, shows: "La persona a quien contactamos" },
} satisfies States;
