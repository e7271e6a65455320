import { type Api, gateway, ok, problem, SIGNED_IN, type States } from "../../states.ts";
import { asA, SESSION } from "../sample.ts";

const api = asA("MEMBER");
const base = { path: "/account/security", kept: SESSION, api };
const SENT: Api = {
  "POST /v1/account/email": ok<"SentCode">({
    email: "ana@new.example",
    expiresAt: "2026-11-28T18:15:00Z",
    resendAt: "2026-11-28T18:01:00Z",
  }),
};
const typePasswords = [
  { click: "Change password" },
  { fill: "Current password", with: "copper ridge ladder 7" },
  { fill: "New password", with: "seven tall pines at dusk" },
  { click: "Change password" },
];
const typeEmail = [
  { click: "Change email address" },
  { fill: "New email address", with: "ana@new.example" },
  { fill: "Current password", with: "copper ridge ladder 7" },
  { click: "Send code" },
];

export default {
  shown: { ...base, shows: "in case it was not you" },
  spanish: { ...base, path: "/es/account/security", shows: "Pregunta secreta" },
  "not-loaded": {
    ...base,
    api: { ...SIGNED_IN, "GET /v1/account": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  "new-password": {
    ...base,
    steps: [{ click: "Change password" }, { fill: "New password", with: "rivera roofing" }],
    shows: "Easily guessed",
  },
  "wrong-password": {
    ...base,
    api: { ...api, "POST /v1/account/password": problem(400, "PASSWORD_WRONG") },
    steps: typePasswords,
    shows: "That is not your password",
  },
  "too-many-tries": {
    ...base,
    api: {
      ...api,
      "POST /v1/account/password": {
        ...problem(429, "TOO_MANY_TRIES"),
        headers: { "content-type": "application/problem+json", "retry-after": "300" },
      },
    },
    steps: typePasswords,
    shows: "You can try again in 5 min",
  },
  "password-changed": {
    ...base,
    api: { ...api, "POST /v1/account/password": ok<"Session">({ accessToken: "other", expiresIn: 600 }) },
    steps: typePasswords,
    shows: "Your password was changed",
  },
  "password-code": {
    ...base,
    api: {
      ...api,
      "POST /v1/account/password": ok<"Session">({ asked: { ask: "AUTHENTICATOR_CODE", challenge: "sample" } }),
      "POST /v1/session/challenge": problem(400, "CODE_NOT_VALID"),
    },
    steps: [...typePasswords, { fill: "Code of 6 digits", with: "000000" }, { click: "Continue" }],
    shows: "That code is not valid now",
  },
  "email-code": { ...base, api: { ...api, ...SENT }, steps: typeEmail, shows: "Nothing changes before you type it" },
  "email-changed-recently": {
    ...base,
    api: {
      ...api,
      "POST /v1/account/email": problem(409, "EMAIL_CHANGED_RECENTLY", { until: "2026-12-03T18:00:00Z" }),
    },
    steps: typeEmail,
    shows: "You can change it again after",
  },
  "email-wrong-code": {
    ...base,
    api: { ...api, ...SENT, "POST /v1/account/email/confirmation": problem(400, "CODE_WRONG") },
    steps: [...typeEmail, { fill: "Code from the email", with: "123456" }, { click: "Confirm new address" }],
    shows: "That is not the code",
  },
  "email-changed": {
    ...base,
    api: { ...api, ...SENT, "POST /v1/account/email/confirmation": { status: 204 } },
    steps: [...typeEmail, { fill: "Code from the email", with: "123456" }, { click: "Confirm new address" }],
    shows: "From now on you log in with ana@new.example",
  },
  question: { ...base, steps: [{ click: "Change secret question" }], shows: "Your answer" },
  "question-changed": {
    ...base,
    api: { ...api, "POST /v1/account/question": { status: 204 } },
    steps: [
      { click: "Change secret question" },
      { choose: "Question", option: "What was the name of your first pet?" },
      { fill: "Your answer", with: "Bolt" },
      { fill: "Current password", with: "copper ridge ladder 7" },
      { click: "Save" },
    ],
    shows: "Your secret question was changed",
  },
} satisfies States;
