import portal from "../../../../test/portal.json" with { type: "json" };
import type { Portal } from "../../../api/types.ts";
import { ok, problem, type Reply, type States, type Step } from "../../states.ts";
import { at, BEGUN, files, fresh, has, nameIs, withCompany } from "../samples.ts";

const path = "/application/step-1";

const FILLED: readonly Step[] = [
  { fill: "Company name", with: "Canyon Electric" },
  { choose: "Type", option: "Roofing contractor" },
  { fill: "Email", with: "ana@canyon-electric.example" },
  { fill: "Phone", with: "719-555-0134" },
  { fill: "Password", with: "copper ridge ladder 7" },
  { choose: "Secret question", option: "What was the first power tool you bought?" },
  { fill: "Your answer", with: "A drill" },
];

/** A city that requires the business license of roofers. */
const REQUIRING = {
  ...portal,
  accountTypes: portal.accountTypes.map((type) =>
    type.key === "roofing" ? { ...type, attachments: [{ kind: "business-license", required: true }] } : type,
  ),
} as Portal;

export default {
  fresh: { path, api: has(fresh), kept: BEGUN, shows: "Choose a Type above" },
  empty: { path, api: has(fresh), kept: BEGUN, steps: [{ click: "Next Step" }], shows: "There are 7 problems" },
  "name-free": {
    path,
    api: { ...has(fresh), ...nameIs({ near: ["Canyon Plumbing"] }) },
    kept: BEGUN,
    steps: [{ fill: "Company name", with: "canyon electric" }],
    shows: "This name is free. It will be shown as",
  },
  "name-taken": {
    path,
    api: {
      ...has(fresh),
      ...nameIs({
        name: "Rivera Roofing",
        state: "TAKEN",
        near: ["Rivera Roofing"],
        suggestions: ["Rivera Roofing of Juniper Falls"],
      }),
    },
    kept: BEGUN,
    steps: [{ fill: "Company name", with: "rivera roofing" }],
    shows: "Similar names that are free",
  },
  "name-held": {
    path,
    api: { ...has(fresh), ...nameIs({ state: "HELD", until: "2026-11-29T18:00:00Z" }) },
    kept: BEGUN,
    steps: [{ fill: "Company name", with: "canyon electric" }],
    shows: "Somebody is setting up an account",
  },
  "license-required": {
    path,
    api: { ...has(fresh), ...nameIs({}) },
    kept: BEGUN,
    steps: [{ choose: "Type", option: "Electrical contractor" }],
    shows: "License number",
  },
  "files-missing": {
    path,
    api: { ...has(fresh), ...nameIs({}), "GET /v1/portal": ok<"Portal">(REQUIRING) },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "Attachments: please send Business license",
  },
  // The values before the account type had changed them come back.
  "not-a-homeowner": {
    path,
    api: has(fresh),
    kept: BEGUN,
    steps: [
      { choose: "Type", option: "Homeowner" },
      { see: "Your own name" },
      { choose: "Type", option: "Roofing contractor" },
    ],
    shows: "Company name",
  },
  homeowner: {
    path,
    api: { ...has(fresh), ...nameIs({}) },
    kept: BEGUN,
    steps: [{ choose: "Type", option: "Homeowner" }],
    shows: "Homeowner Declaration Form",
  },
  "email-near": {
    path,
    api: has(fresh),
    kept: BEGUN,
    steps: [{ fill: "Email", with: "ana@gmial.com" }],
    shows: "Did you mean ana@gmail.com?",
  },
  "password-weak": {
    path,
    api: has(fresh),
    kept: BEGUN,
    steps: [{ fill: "Password", with: "password1" }],
    shows: "Easily guessed",
  },
  "password-strong": {
    path,
    api: has(fresh),
    kept: BEGUN,
    steps: [{ fill: "Password", with: "copper ridge ladder 7" }],
    shows: "Strong.",
  },
  refused: {
    path,
    api: {
      ...has(fresh),
      [at("GET", "/name")]: [
        ...Object.values(nameIs({})),
        ...Object.values(nameIs({ state: "TAKEN", suggestions: ["Canyon Electric of Juniper Falls"] })),
      ] as Reply[],
      [at("PUT", "/company")]: problem(409, "NAME_TAKEN", { suggestions: ["Canyon Electric of Juniper Falls"] }),
    },
    kept: BEGUN,
    steps: [...FILLED, { see: "This name is free" }, { click: "Next Step" }],
    shows: "Similar names that are free",
  },
  "refused-fields": {
    path,
    api: {
      ...has(fresh),
      ...nameIs({}),
      [at("PUT", "/company")]: problem(400, "INVALID_REQUEST", {
        errors: [
          { field: "password", code: "KNOWN_WORD", message: "Choose one without the account's name." },
          { field: "phone", code: "INVALID", message: "This is not a valid phone number." },
        ],
      }),
    },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "choose one without your company's name",
  },
  "cannot-save": {
    path,
    api: { ...has(fresh), ...nameIs({}), [at("PUT", "/company")]: "none" },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "Nothing you typed was lost",
  },
  saving: {
    path,
    api: { ...has(fresh), ...nameIs({}), [at("PUT", "/company")]: "never" },
    kept: BEGUN,
    steps: [...FILLED, { click: "Next Step" }],
    shows: "Please wait",
  },
  resumed: {
    path,
    api: { ...has({ ...withCompany, attachments: files }), ...nameIs({ state: "YOURS" }) },
    kept: BEGUN,
    steps: [{ see: "Your password is set" }],
    shows: "The PDF is protected by a password",
  },
  "sending-files": {
    path,
    api: { ...has(fresh), ...nameIs({}), [at("POST", "/attachments")]: "never" },
    kept: BEGUN,
    steps: [
      ...FILLED,
      { files: "Choose files: Business license", names: ["License 2026.pdf"] },
      { click: "Next Step" },
    ],
    shows: "waits for a file",
  },
  "wrong-file": {
    path,
    api: { ...has(fresh), ...nameIs({}) },
    kept: BEGUN,
    steps: [
      { choose: "Type", option: "Roofing contractor" },
      { files: "Choose files: Business license", names: ["License.docx"] },
    ],
    shows: "This kind of file is not accepted",
  },
  "file-not-sent": {
    path,
    api: { ...has(fresh), ...nameIs({}), [at("POST", "/attachments")]: "none" },
    kept: BEGUN,
    steps: [
      ...FILLED,
      { files: "Choose files: Photo ID", names: ["id.jpg"] },
      { see: "Not sent" },
      { click: "Next Step" },
    ],
    shows: "some files were not sent",
  },
  "link-mailed": {
    path,
    api: {
      ...has(withCompany),
      ...nameIs({ state: "YOURS" }),
      [at("POST", "/resume-link")]: ok<"MailedLink">({
        email: "ana@canyon-electric.example",
        expiresAt: "2026-11-29T18:00:00Z",
      }),
    },
    kept: BEGUN,
    steps: [{ open: "Continue later or on another device" }, { click: "Email me a link" }],
    shows: "We emailed a link to",
  },
  none: { path, shows: "There is no application on this device" },
  expired: {
    path,
    api: { [at("GET")]: problem(410, "REGISTRATION_EXPIRED") },
    kept: BEGUN,
    shows: "Your application has expired",
  },
  finished: {
    path,
    api: { [at("GET")]: problem(410, "REGISTRATION_CONFIRMED") },
    kept: BEGUN,
    shows: "This application is finished",
  },
  "cannot-load": { path, api: { [at("GET")]: "none" }, kept: BEGUN, shows: "cannot be reached" },
  spanish: {
    path: `/es${path}`,
    api: { ...has(fresh), ...nameIs({}) },
    kept: BEGUN,
    steps: [{ choose: "Tipo", option: "Contratista eléctrico" }, { click: "Paso siguiente" }],
    shows: "complete este campo",
  },
} satisfies States;
