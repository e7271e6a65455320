import { type Api, ok, problem, type States } from "../states.ts";

const ASKED: Api = {
  "POST /v1/recovery": ok<"RecoveryQuestion">({
    recovery: "sample",
    question: {
      key: "first-tool",
      label: {
        en: "What was the first power tool you bought?",
        es: "¿Cuál fue la primera herramienta eléctrica que compró?",
      },
    },
    expiresAt: "2026-11-28T18:30:00Z",
  }),
};
const MAILED: Api = {
  ...ASKED,
  "POST /v1/recovery/answer": ok<"CodeMailed">({ recovery: "sample", expiresAt: "2026-11-28T18:15:00Z" }),
};
const later = (status: number, code: "TOO_MANY_TRIES" | "RECOVERY_LOCKED") => ({
  ...problem(status, code),
  headers: { "content-type": "application/problem+json", "retry-after": "2400" },
});
const who = [{ fill: "User Name", with: "ana@rivera-roofing.example" }, { click: "Next Step" }] as const;
const answer = [
  ...who,
  { see: "You chose this question" },
  { fill: "What was the first power tool you bought?", with: "A circular saw" },
  { click: "Next Step" },
] as const;
const password = [
  ...answer,
  { see: "We have emailed you a code" },
  { fill: "Code of 6 digits", with: "123456" },
  { fill: "New password", with: "granite ladder morning" },
  { click: "Set new password" },
] as const;

export default {
  fresh: { path: "/recovery", shows: "You set a new password in three steps" },
  spanish: { path: "/es/recovery", shows: "Olvidé mi contraseña" },
  "too-many": {
    path: "/recovery",
    api: { "POST /v1/recovery": later(429, "TOO_MANY_TRIES") },
    steps: who,
    shows: "You can try again in 40 min",
  },
  question: { path: "/recovery", api: ASKED, steps: who, shows: "What was the first power tool you bought?" },
  "answer-wrong": {
    path: "/recovery",
    api: { ...ASKED, "POST /v1/recovery/answer": problem(400, "ANSWER_WRONG") },
    steps: answer,
    shows: "This is not the answer",
  },
  "answers-used-up": {
    path: "/recovery",
    api: { ...ASKED, "POST /v1/recovery/answer": later(429, "TOO_MANY_TRIES") },
    steps: answer,
    shows: "Wait 40 min and try again. You can still log in",
  },
  locked: {
    path: "/recovery",
    api: { ...ASKED, "POST /v1/recovery/answer": later(429, "RECOVERY_LOCKED") },
    steps: answer,
    shows: "or try from a place where you logged in recently",
  },
  ended: {
    path: "/recovery",
    api: { ...ASKED, "POST /v1/recovery/answer": problem(410, "RECOVERY_ENDED") },
    steps: answer,
    shows: "Please begin again",
  },
  "code-mailed": { path: "/recovery", api: MAILED, steps: answer, shows: "We have emailed you a code" },
  "code-wrong": {
    path: "/recovery",
    api: { ...MAILED, "POST /v1/recovery/password": problem(400, "CODE_WRONG") },
    steps: password,
    shows: "older codes no longer work",
  },
  "password-refused": {
    path: "/recovery",
    api: {
      ...MAILED,
      "POST /v1/recovery/password": problem(400, "INVALID_REQUEST", {
        errors: [{ field: "password", code: "TOO_SHORT", message: "Use at least 8 characters." }],
      }),
    },
    steps: password,
    shows: "New password: at least",
  },
  done: {
    path: "/recovery",
    api: { ...MAILED, "POST /v1/recovery/password": { status: 204 } },
    steps: password,
    shows: "Your password is changed",
  },
} satisfies States;
