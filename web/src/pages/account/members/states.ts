import type { Schemas } from "../../../api/types.ts";
import { type Api, gateway, ok, problem, type States } from "../../states.ts";
import { anAccount, asA, SESSION } from "../sample.ts";

const ana: Schemas["Member"] = {
  memberId: "01JD00000000000000000MBR01",
  name: "Ana Rivera",
  email: "ana@rivera-roofing.example",
  role: "OWNER",
  language: "en",
  principal: true,
  suspended: false,
};
const ben: Schemas["Member"] = {
  ...ana,
  memberId: "01JD00000000000000000MBR02",
  name: "Ben Okafor",
  email: "ben.okafor@rivera-roofing.example",
  principal: false,
};
const cleo: Schemas["Member"] = {
  ...ben,
  memberId: "01JD00000000000000000MBR03",
  name: "Cleo Park",
  email: "cleo@rivera-roofing.example",
  role: "READ_ONLY",
};
const anInvitation: Schemas["Invitation"] = {
  invitationId: "01JD00000000000000000NVT01",
  email: "dario@rivera-roofing.example",
  name: "Dario Lund",
  role: "MEMBER",
  language: "en",
  invitedBy: "Ana Rivera",
  invitedAt: "2026-11-20T17:00:00Z",
  expiresAt: "2099-11-27T17:00:00Z",
};

function people(...members: Schemas["Member"][]) {
  return ok<"People">({ members, invitations: [anInvitation] });
}

const several: Api = {
  ...asA("OWNER"),
  "GET /v1/account/members": people(ana, ben, cleo),
};
/** The state in which the person may leave: another owner logs in by the company's name. */
const principalBen: Api = {
  ...several,
  "GET /v1/account/members": ok<"People">({
    members: [
      { ...ana, principal: false },
      { ...ben, principal: true },
    ],
    invitations: [],
  }),
};
/** Ana views the page; `claimant` has claimed the name with which `principal` logs in. */
function withClaim(principal: Schemas["Member"], claimant: Schemas["Member"]) {
  return ok<"People">({
    members: [ana, ben].map((one) => ({ ...one, principal: one.memberId === principal.memberId })),
    invitations: [],
    principalClaim: {
      memberId: claimant.memberId,
      name: claimant.name,
      claimedAt: "2026-11-20T17:00:00Z",
      effectiveAt: "2099-11-27T17:00:00Z",
    },
  });
}
function claimed(principal: Schemas["Member"], claimant: Schemas["Member"]): Api {
  return { ...several, "GET /v1/account/members": withClaim(principal, claimant) };
}
const owner = { path: "/account/members", kept: SESSION, api: several };

export default {
  shown: { ...owner, shows: "hand that over to another owner" },
  spanish: { ...owner, path: "/es/account/members", shows: "Quién puede iniciar sesión" },
  alone: {
    ...owner,
    api: { ...several, "GET /v1/account/members": ok<"People">({ members: [ana], invitations: [] }) },
    shows: "Nobody is invited right now",
  },
  "not-owner": { ...owner, api: asA("MEMBER"), shows: "Only an owner of the account can do this" },
  "not-loaded": {
    ...owner,
    api: { ...several, "GET /v1/account/members": gateway(503, "Service Unavailable") },
    shows: "The portal is being worked on",
  },
  "changing-role": {
    ...owner,
    steps: [{ click: "Change role of Cleo Park" }],
    shows: "Can see everything and change nothing",
  },
  "role-changed": {
    ...owner,
    api: {
      ...several,
      "GET /v1/account/members": [people(ana, ben, cleo), people(ana, ben, { ...cleo, role: "MEMBER" })],
      "PATCH /v1/account/members/*": ok<"Member">({ ...cleo, role: "MEMBER" }),
    },
    steps: [{ click: "Change role of Cleo Park" }, { click: "Save" }],
    shows: "Cleo Park is now: Member",
  },
  "wrong-password": {
    ...owner,
    api: { ...several, "PATCH /v1/account/members/*": problem(400, "PASSWORD_WRONG") },
    steps: [
      { click: "Hand over the company’s User Name to Ben Okafor" },
      { fill: "Your own password", with: "not this one" },
      { click: "Hand over the company’s User Name" },
    ],
    shows: "That is not your password",
  },
  "promoting-asks-password": {
    ...owner,
    steps: [{ click: "Change role of Cleo Park" }, { tick: "Owner" }],
    shows: "Your own password",
  },
  "inviting-owner": { ...owner, steps: [{ tick: "Owner" }], shows: "All owners are told of this invitation" },
  claiming: {
    ...owner,
    api: principalBen,
    steps: [{ click: "Claim the company’s User Name" }],
    shows: "can refuse for some days",
  },
  "claim-too-early": {
    ...owner,
    api: { ...principalBen, "POST /v1/account/principal-claim": problem(409, "OWNER_TOO_SHORT") },
    steps: [
      { click: "Claim the company’s User Name" },
      { fill: "Your own password", with: "a long password" },
      { click: "Claim the company’s User Name" },
    ],
    shows: "You have not been an owner for long enough",
  },
  "claim-own": { ...owner, api: claimed(ben, ana), shows: "Withdraw the claim" },
  "claim-to-refuse": { ...owner, api: claimed(ana, ben), shows: "If you do not refuse" },
  "claim-refused": {
    ...owner,
    api: {
      ...claimed(ana, ben),
      "GET /v1/account/members": [withClaim(ana, ben), people(ana, ben)],
      "DELETE /v1/account/principal-claim": { status: 204 },
    },
    steps: [{ click: "Refuse" }],
    shows: "You have refused",
  },
  removing: { ...owner, steps: [{ click: "Remove Cleo Park" }], shows: "is logged out at once" },
  leaving: {
    ...owner,
    api: principalBen,
    steps: [{ click: "Leave the account" }],
    shows: "Another owner can invite you",
  },
  left: {
    ...owner,
    api: { ...principalBen, "POST /v1/account/members/*/removal": { status: 204 } },
    steps: [
      { click: "Leave the account" },
      { fill: "Your own password", with: "a long password" },
      { click: "Leave and log out" },
    ],
    shows: "You have left Rivera Roofing LLC",
  },
  "own-role-changed": {
    ...owner,
    api: {
      ...principalBen,
      "GET /v1/account": [ok<"Account">(anAccount), ok<"Account">({ ...anAccount, role: "MEMBER" })],
      "PATCH /v1/account/members/*": ok<"Member">({ ...ana, role: "MEMBER" }),
    },
    steps: [{ click: "Change role of Ana Rivera" }, { click: "Save" }],
    shows: "Only an owner of the account can do this",
  },
  withdrawn: {
    ...owner,
    api: {
      ...several,
      "GET /v1/account/members": [people(ana, ben, cleo), ok<"People">({ members: [ana, ben, cleo], invitations: [] })],
      "DELETE /v1/account/invitations/*": { status: 204 },
    },
    steps: [{ click: "Withdraw the invitation to dario@rivera-roofing.example" }],
    shows: "Its link no longer works",
  },
  invited: {
    ...owner,
    api: { ...several, "POST /v1/account/invitations": ok<"Invitation">(anInvitation, 201) },
    steps: [{ fill: "Email address", with: "dario@rivera-roofing.example" }, { click: "Send invitation" }],
    shows: "An invitation is on its way",
  },
  "invited-before": {
    ...owner,
    api: { ...several, "POST /v1/account/invitations": problem(409, "ALREADY_INVITED") },
    steps: [{ fill: "Email address", with: "dario@rivera-roofing.example" }, { click: "Send invitation" }],
    shows: "This address has already been invited",
  },
} satisfies States;
