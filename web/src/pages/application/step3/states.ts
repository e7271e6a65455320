import { ok, problem, type States, type Step } from "../../states.ts";
import { at, BEGUN, codeSent, files, has, whole } from "../samples.ts";

const path = "/application/step-3";
const CODE: readonly Step[] = [{ click: "Next Step" }, { fill: "Code from the email", with: "123456" }];

export default {
  review: { path, api: has(whole), kept: BEGUN, shows: "Please confirm that everything is correct" },
  "code-sent": {
    path,
    api: { ...has(whole), [at("POST", "/code")]: codeSent },
    kept: BEGUN,
    steps: [{ click: "Next Step" }],
    shows: "We emailed a code to",
  },
  "code-wrong": {
    path,
    api: {
      ...has(whole),
      [at("POST", "/code")]: codeSent,
      [at("POST", "/confirmation")]: problem(409, "CODE_WRONG", {
        errors: [{ field: "code", code: "WRONG", message: "That is not the code." }],
      }),
    },
    kept: BEGUN,
    steps: [...CODE, { click: "Next Step" }],
    shows: "That is not the code",
  },
  "code-missing": {
    path,
    api: { ...has(whole), [at("POST", "/code")]: codeSent },
    kept: BEGUN,
    steps: [{ click: "Next Step" }, { see: "We emailed a code" }, { click: "Next Step" }],
    shows: "please fill this in",
  },
  "code-sent-elsewhere": {
    path,
    api: {
      ...has(whole),
      [at("POST", "/code")]: {
        ...problem(429, "TOO_MANY_TRIES"),
        headers: { "content-type": "application/problem+json", "retry-after": "21" },
      },
    },
    kept: BEGUN,
    steps: [{ click: "Next Step" }],
    shows: "a short while ago",
  },
  "too-many-mails": {
    path,
    api: { ...has(whole), [at("POST", "/code")]: problem(429, "TOO_MANY_TRIES") },
    kept: BEGUN,
    steps: [{ click: "Next Step" }],
    shows: "Too many tries",
  },
  "files-pending": {
    path,
    api: has({ ...whole, attachments: files.slice(0, 2), filesPending: true }),
    kept: BEGUN,
    shows: "still being checked",
  },
  missing: {
    path,
    api: has({ ...whole, missing: [{ step: "COMPANY", field: "attachments.photo-id" }] }),
    kept: BEGUN,
    shows: "Something is missing",
  },
  created: {
    path,
    api: {
      ...has(whole),
      [at("POST", "/code")]: codeSent,
      [at("POST", "/confirmation")]: ok<"ConfirmedAccount">({
        accountNumber: "AEC104",
        name: "Canyon Electric, LLC",
        handle: "01M8FVDQHN2E03PZZ3SKTRMKAH",
        status: "ACTIVE",
      }),
    },
    kept: BEGUN,
    steps: [...CODE, { click: "Next Step" }],
    shows: "Your account has been created",
  },
  spanish: { path: `/es${path}`, api: has(whole), kept: BEGUN, shows: "Confirme que todo es correcto" },
} satisfies States;
