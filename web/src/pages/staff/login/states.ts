import { type Api, ok, problem, STAFF_SIGNED_IN, type States } from "../../states.ts";
import { STAFF_SESSION } from "../sample.ts";

const ask = (asked: Parameters<typeof ok<"Session">>[0]["asked"]): Api => ({
  "POST /v1/staff/session": ok<"Session">({ asked }),
});
const CODE = ask({ ask: "AUTHENTICATOR_CODE", challenge: "sample" });
const NEW = ask({ ask: "NEW_PASSWORD", challenge: "sample" });
const base = { path: "/staff" };
const login = [
  { fill: "Email address", with: "clerk@juniperfalls.example" },
  { fill: "Password", with: "quiet harbor lantern 9" },
  { click: "Log in" },
];
const choose = [...login, { fill: "New password", with: "seven tall pines at dusk" }, { click: "Continue" }];

export default {
  shown: { ...base, shows: "For people who work for the city" },
  spanish: { path: "/es/staff", shows: "Acceso del personal" },
  back: {
    path: "/staff?return=close",
    kept: STAFF_SESSION,
    api: STAFF_SIGNED_IN,
    shows: "Close this window and continue where you were",
  },
  empty: { ...base, steps: [{ click: "Log in" }], shows: "There are 2 problems" },
  wrong: {
    ...base,
    api: { "POST /v1/staff/session": problem(401, "WRONG_CREDENTIALS") },
    steps: login,
    shows: "ask an administrator",
  },
  busy: { ...base, api: { "POST /v1/staff/session": "never" }, steps: login, shows: "Please wait" },
  "new-password": { ...base, api: NEW, steps: login, shows: "works only once" },
  enrolment: {
    ...base,
    api: {
      ...NEW,
      "POST /v1/staff/session/challenge": ok<"Session">({
        asked: {
          ask: "ENROL_AUTHENTICATOR",
          challenge: "sample-2",
          secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
          otpauth:
            "otpauth://totp/Juniper%20Falls:clerk?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Juniper%20Falls",
        },
      }),
    },
    steps: choose,
    shows: "JBSW Y3DP",
  },
  code: { ...base, api: CODE, steps: login, shows: "Type the code that your app shows" },
  "wrong-code": {
    ...base,
    api: { ...CODE, "POST /v1/staff/session/challenge": problem(400, "CODE_NOT_VALID") },
    steps: [...login, { fill: "Code of 6 digits", with: "000000" }, { click: "Log in" }],
    shows: "That code is not valid now",
  },
  "took-too-long": {
    ...base,
    api: { ...CODE, "POST /v1/staff/session/challenge": problem(401, "CHALLENGE_ENDED") },
    steps: [...login, { fill: "Code of 6 digits", with: "000000" }, { click: "Log in" }],
    shows: "This took too long",
  },
} satisfies States;
