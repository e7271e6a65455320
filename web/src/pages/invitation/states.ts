import { type Api, gateway, ok, problem, type States } from "../states.ts";

const api: Api = {
  "POST /v1/invitations/view": ok<"InvitationOffer">({
    company: "Rivera Roofing LLC",
    invitedBy: "Ana Rivera",
    email: "dario@rivera-roofing.example",
    name: "Dario",
    role: "MEMBER",
    language: "en",
    expiresAt: "2026-12-05T17:00:00Z",
    termsVersion: "2026-01",
  }),
};
const open = { path: `/invitation#code=${"k".repeat(43)}`, api };
const join = [
  { fill: "Your name", with: "Dario Lund" },
  { fill: "Password", with: "seven tall pines at dusk" },
  { choose: "Secret question", option: "What was the name of your first pet?" },
  { fill: "Your answer", with: "Bolt" },
  { tick: "I have read the terms and agree" },
  { click: "Join" },
];

export default {
  valid: { ...open, shows: "invites you to the account of Rivera Roofing LLC" },
  spanish: { ...open, path: `/es${open.path}`, shows: "le invita a la cuenta de Rivera Roofing LLC" },
  broken: { path: "/invitation#code=kkk", shows: "This link is not complete" },
  ended: {
    ...open,
    api: { "POST /v1/invitations/view": problem(410, "INVITATION_ENDED") },
    shows: "Ask the owner of the account for a new one",
  },
  "not-loaded": {
    ...open,
    api: { "POST /v1/invitations/view": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  incomplete: { ...open, steps: [{ click: "Join" }], shows: "There are 4 problems" },
  "common-password": {
    ...open,
    api: {
      ...api,
      "POST /v1/invitations/acceptance": problem(400, "INVALID_REQUEST", {
        errors: [{ field: "password", code: "COMMON", message: "Too common." }],
      }),
    },
    steps: join,
    shows: "too easy to guess",
  },
  "terms-changed": {
    ...open,
    api: { ...api, "POST /v1/invitations/acceptance": problem(409, "TERMS_CHANGED") },
    steps: join,
    shows: "Please read the new ones below",
  },
  used: {
    ...open,
    api: { ...api, "POST /v1/invitations/acceptance": problem(409, "INVITATION_ACCEPTED") },
    steps: join,
    shows: "If it was not you, tell the owner of the account at once",
  },
  busy: {
    ...open,
    api: { ...api, "POST /v1/invitations/acceptance": "never" },
    steps: join,
    shows: "Creating your login",
  },
  joined: {
    ...open,
    api: {
      ...api,
      "POST /v1/invitations/acceptance": ok<"JoinedAccount">({
        company: "Rivera Roofing LLC",
        email: "dario@rivera-roofing.example",
        role: "MEMBER",
      }),
    },
    steps: join,
    shows: "You have joined Rivera Roofing LLC",
  },
} satisfies States;
