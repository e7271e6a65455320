import type { Schemas } from "../../../api/types.ts";
import { type Api, gateway, ok, type Reply, SIGNED_IN, type States } from "../../states.ts";
import { SESSION } from "../sample.ts";

const here: Schemas["OpenSession"] = {
  device: "Firefox, Windows",
  since: "2026-11-20",
  lastUsed: "2026-11-28T01:00:00Z",
  current: true,
};
const three: Api = {
  ...SIGNED_IN,
  "GET /v1/account/sessions": ok<"Sessions">({
    sessions: [
      here,
      { device: "Safari, iPhone", since: "2026-10-02", lastUsed: "2026-11-27T16:30:00Z", current: false },
      { since: "2026-09-14", lastUsed: "2026-11-02T20:10:00Z", current: false },
    ],
  }),
};
const base = { path: "/account/sessions", kept: SESSION, api: three };

export default {
  shown: { ...base, shows: "Safari, iPhone" },
  spanish: { ...base, path: "/es/account/sessions", shows: "Cerrar todas las demás" },
  alone: {
    ...base,
    api: { ...three, "GET /v1/account/sessions": ok<"Sessions">({ sessions: [here] }) },
    shows: "You are logged in here only",
  },
  "not-loaded": {
    ...base,
    api: { ...three, "GET /v1/account/sessions": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  "others-ended": {
    ...base,
    api: {
      ...three,
      "GET /v1/account/sessions": [three["GET /v1/account/sessions"] as Reply, ok<"Sessions">({ sessions: [here] })],
      "POST /v1/account/sessions/end": { status: 204 },
    },
    steps: [{ click: "Log out everywhere else" }],
    shows: "All other sessions have ended",
  },
  everywhere: { ...base, steps: [{ click: "Log out everywhere" }], shows: "Every session ends at once" },
  "not-ended": {
    ...base,
    api: { ...three, "POST /v1/account/sessions/end": "none" },
    steps: [{ click: "Log out everywhere else" }],
    shows: "cannot be reached",
  },
} satisfies States;
