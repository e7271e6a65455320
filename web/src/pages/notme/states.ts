import { ok, problem, type States } from "../states.ts";

const CODE = "#code=Qm9yZWFsRm9yZXN0LUJvcmVhbEZvcmVzdC1Cb3JlYWw";
const act = [{ click: "It wasn't me: lock others out" }] as const;

export default {
  fresh: { path: `/not-me${CODE}`, shows: "lock others out of that login now" },
  spanish: { path: `/es/not-me${CODE}`, shows: "No fui yo" },
  "not-whole": { path: "/not-me", shows: "This link is not complete" },
  ended: {
    path: `/not-me${CODE}`,
    api: { "POST /v1/recovery/not-me": problem(410, "LINK_ENDED") },
    steps: act,
    shows: "This link was used or has expired",
  },
  unreachable: {
    path: `/not-me${CODE}`,
    api: { "POST /v1/recovery/not-me": "none" },
    steps: act,
    shows: "The portal cannot be reached",
  },
  "new-password": {
    path: `/not-me${CODE}`,
    api: { "POST /v1/recovery/not-me": ok<"ShutOut">({ newPasswordNeeded: true }) },
    steps: act,
    shows: "The password no longer works. Set a new one",
  },
  done: {
    path: `/not-me${CODE}`,
    api: { "POST /v1/recovery/not-me": ok<"ShutOut">({ newPasswordNeeded: false }) },
    steps: act,
    shows: "Your password still works",
  },
} satisfies States;
