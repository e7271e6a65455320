import { type Api, ok, problem, SIGNED_IN, type States } from "../../states.ts";
import { SESSION } from "../sample.ts";

const ENROL: Api = {
  ...SIGNED_IN,
  "POST /v1/account/totp": ok<"TotpEnrolment">({
    secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    otpauth:
      "otpauth://totp/City%20of%20Juniper%20Falls:ana%40rivera-roofing.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=City%20of%20Juniper%20Falls",
  }),
};
const ON: Api = { ...SIGNED_IN, "POST /v1/account/totp": problem(409, "SECOND_FACTOR_ON") };
const CODES: Api = {
  ...ENROL,
  "POST /v1/account/totp/confirmation": ok<"RecoveryCodes">({
    recoveryCodes: Array.from({ length: 10 }, (_, at) => `7KQ${at}-M2XW-9T${at}B-HC4V`),
  }),
};
const base = { path: "/account/authenticator", kept: SESSION, api: ENROL };
const begin = [{ fill: "Your password", with: "copper ridge ladder 7" }, { click: "Continue" }];
const turnOn = [...begin, { fill: "Code of 6 digits", with: "123456" }, { click: "Turn on" }];

export default {
  shown: { ...base, shows: "a stolen password alone opens nothing" },
  spanish: { ...base, path: "/es/account/authenticator", shows: "una contraseña robada sola no abre nada" },
  "wrong-password": {
    ...base,
    api: { ...SIGNED_IN, "POST /v1/account/totp": problem(400, "PASSWORD_WRONG") },
    steps: begin,
    shows: "That is not your password",
  },
  "qr-code": { ...base, steps: begin, shows: "JBSW Y3DP" },
  "wrong-code": {
    ...base,
    api: { ...ENROL, "POST /v1/account/totp/confirmation": problem(400, "CODE_NOT_VALID") },
    steps: turnOn,
    shows: "If it never works",
  },
  "recovery-codes": { ...base, api: CODES, steps: turnOn, shows: "They are shown only now" },
  kept: { ...base, api: CODES, steps: [...turnOn, { click: "I have kept them" }], shows: "each time you log in" },
  on: { ...base, api: ON, steps: begin, shows: "To turn it off" },
  lost: { ...base, api: ON, steps: [...begin, { click: "I don’t have the app any more" }], shows: "Recovery code" },
  "wrong-recovery-code": {
    ...base,
    api: { ...ON, "POST /v1/account/totp/removal": problem(400, "RECOVERY_CODE_WRONG") },
    steps: [
      ...begin,
      { click: "I don’t have the app any more" },
      { fill: "Recovery code", with: "7KQ1-M2XW-9T1B-HC4V" },
      { click: "Turn off" },
    ],
    shows: "That is not one of your recovery codes",
  },
  off: {
    ...base,
    api: { ...ON, "POST /v1/account/totp/removal": { status: 204 } },
    steps: [...begin, { fill: "Code of 6 digits", with: "123456" }, { click: "Turn off" }],
    shows: "The app is off",
  },
} satisfies States;
