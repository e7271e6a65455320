import { ok, problem, SIGNED_IN, type States } from "../states.ts";

const NAMES = ["Aspen & Sons Electric", "Blue Spruce Plumbing", "Dana Whitfield", "Rivera Roofing"];
const COMPANIES = {
  "GET /v1/companies": ok<"Companies">({
    shown: true,
    items: NAMES.map((name, at) => ({ name, handle: `01K5Z8Q4T7M2R9X3V6B0N1C${String(at).padStart(3, "0")}` })),
  }),
};
const ASKED = {
  ...COMPANIES,
  "POST /v1/session": ok<"Session">({ asked: { ask: "AUTHENTICATOR_CODE", challenge: "sample" } }),
};
const tries = (password: string) =>
  [{ fill: "User Name", with: "Rivera Roofing" }, { fill: "Password", with: password }, { click: "Log in" }] as const;

export default {
  fresh: { path: "/login", shows: "Choose your company from the list" },
  spanish: { path: "/es/login", shows: "Acceso de contratistas" },
  "came-from-a-page": { path: "/login?return=/dashboard", shows: "to open the page that you asked for" },
  list: { path: "/login", api: COMPANIES, steps: [{ click: "Show the list" }], shows: "Blue Spruce Plumbing" },
  "list-failed": {
    path: "/login",
    api: { "GET /v1/companies": "none" },
    steps: [{ click: "Show the list" }],
    shows: "The list cannot be loaded",
  },
  "not-listed": {
    path: "/login",
    steps: [{ open: "My company is not in the list" }],
    shows: "ask for an invitation",
  },
  empty: { path: "/login", steps: [{ click: "Log in" }], shows: "There are 2 problems" },
  wrong: {
    path: "/login",
    api: { ...COMPANIES, "POST /v1/session": problem(401, "WRONG_CREDENTIALS") },
    steps: tries("not my password"),
    shows: "User Name and password do not match",
  },
  "too-many-tries": {
    path: "/login",
    api: {
      ...COMPANIES,
      "POST /v1/session": {
        ...problem(429, "TOO_MANY_TRIES"),
        headers: { "content-type": "application/problem+json", "retry-after": "840" },
      },
    },
    steps: tries("not my password"),
    shows: "Wait 14 min and try again",
  },
  locked: {
    path: "/login",
    api: {
      ...COMPANIES,
      "POST /v1/session": {
        ...problem(429, "SIGN_IN_LOCKED"),
        headers: { "content-type": "application/problem+json", "retry-after": "600" },
      },
    },
    steps: tries("not my password"),
    shows: "from several places",
  },
  offline: {
    path: "/login",
    api: { ...COMPANIES, "POST /v1/session": "none" },
    steps: tries("copper ridge ladder 7"),
    shows: "Nothing you typed was lost",
  },
  "second-factor": {
    path: "/login",
    api: ASKED,
    steps: tries("copper ridge ladder 7"),
    shows: "Open your authenticator app",
  },
  "second-factor-wrong": {
    path: "/login",
    api: { ...ASKED, "POST /v1/session/challenge": problem(400, "CODE_NOT_VALID") },
    steps: [
      ...tries("copper ridge ladder 7"),
      { see: "Open your authenticator app" },
      { fill: "Code of 6 digits", with: "123456" },
      { click: "Log in" },
    ],
    shows: "That code is not valid now",
  },
  "recovery-code": {
    path: "/login",
    api: { ...ASKED, "POST /v1/session/challenge": problem(400, "RECOVERY_CODE_WRONG") },
    steps: [
      ...tries("copper ridge ladder 7"),
      { click: "I don't have the app any more" },
      { see: "A code works once" },
      { fill: "Recovery code", with: "ABCD-EFGH-JKMN-PQRS" },
      { click: "Log in" },
    ],
    shows: "That is not one of your recovery codes",
  },
  "challenge-ended": {
    path: "/login",
    api: { ...ASKED, "POST /v1/session/challenge": problem(401, "CHALLENGE_ENDED") },
    steps: [
      ...tries("copper ridge ladder 7"),
      { see: "Open your authenticator app" },
      { fill: "Code of 6 digits", with: "123456" },
      { click: "Log in" },
    ],
    shows: "This took too long",
  },
  "in-again": { path: "/login?return=close", api: SIGNED_IN, kept: { session: "1" }, shows: "Close this window" },
} satisfies States;
