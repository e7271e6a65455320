import { gateway, ok, problem, SIGNED_IN, type States } from "../../states.ts";
import { anAccount, asA, SESSION } from "../sample.ts";

const owner = { path: "/account", kept: SESSION, api: asA("OWNER") };

export default {
  shown: { ...owner, shows: "Whom we reach, and how" },
  spanish: { ...owner, path: "/es/account", shows: "A quién contactamos y cómo" },
  "read-only": { ...owner, api: asA("READ_ONLY"), shows: "you can look at this but not change it" },
  "not-loaded": {
    ...owner,
    api: { ...SIGNED_IN, "GET /v1/account": gateway(429, "Too Many Requests") },
    shows: "very busy",
  },
  incomplete: {
    ...owner,
    steps: [{ fill: "First name", with: "" }, { fill: "ZIP code", with: "8099" }, { click: "Save" }],
    shows: "There are 2 problems",
  },
  "wrong-telephone": {
    ...owner,
    api: {
      ...owner.api,
      "PUT /v1/account/contact": problem(400, "INVALID_REQUEST", {
        errors: [{ field: "phone", code: "INVALID", message: "Enter a telephone number." }],
      }),
    },
    steps: [{ fill: "Phone", with: "12" }, { click: "Save" }],
    shows: "enter 10 digits",
  },
  "changed-meanwhile": {
    ...owner,
    api: {
      ...owner.api,
      "GET /v1/account": [
        ok<"Account">(anAccount),
        ok<"Account">({ ...anAccount, contact: { ...anAccount.contact, lastName: "Rivera Lopez" }, version: 4 }),
      ],
      "PUT /v1/account/contact": problem(412, "CHANGED_MEANWHILE"),
    },
    steps: [{ fill: "Last name", with: "Rivera Soto" }, { click: "Save" }, { see: "it replaces what is saved now" }],
    shows: "Rivera Lopez",
  },
  saving: {
    ...owner,
    api: { ...owner.api, "PUT /v1/account/contact": "never" },
    steps: [{ click: "Save" }],
    shows: "Please wait",
  },
  saved: {
    ...owner,
    api: { ...owner.api, "PUT /v1/account/contact": ok<"Account">({ ...anAccount, version: 4 }) },
    steps: [{ click: "Save" }],
    shows: "From now on we use this",
  },
} satisfies States;
