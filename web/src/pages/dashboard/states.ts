import { A_BASEMENT, A_FENCE, A_REFUSED_REQUEST, A_ROOF, AN_OPEN_REQUEST } from "../../../test/permits.ts";
import { type Api, ok, problem, type Reply, SIGNED_IN, type States } from "../states.ts";

const signedIn = (api: Api) => ({ api: { ...SIGNED_IN, ...api }, kept: { session: "1" } });
const own = (permit: typeof A_ROOF, yourMove: boolean) => ({ permit, yourRoles: ["contractor-of-record"], yourMove });
const FULL: Api = {
  "GET /v1/dashboard": ok<"Dashboard">({
    permits: [own(A_ROOF, true), own(A_BASEMENT, false), own(A_FENCE, false)],
    linkRequests: [AN_OPEN_REQUEST, A_REFUSED_REQUEST],
    next: "sample",
  }),
};
const DECIDED = {
  permits: [own(A_ROOF, true)],
  linkRequests: [{ ...AN_OPEN_REQUEST, state: "APPROVED" as const }, A_REFUSED_REQUEST],
};
const withdraw = [{ click: "Withdraw the request for ELE26-0031" }, { see: "Staff will no longer look" }] as const;

export default {
  full: { path: "/dashboard", ...signedIn(FULL), shows: "Your move: upload the corrected documents" },
  spanish: { path: "/es/dashboard", ...signedIn(FULL), shows: "Le toca a usted" },
  "nothing-waits": {
    path: "/dashboard",
    ...signedIn({
      "GET /v1/dashboard": ok<"Dashboard">({ permits: [own(A_BASEMENT, false)], linkRequests: [] }),
    }),
    shows: "Nothing waits for you",
  },
  "mail-comes-back": {
    path: "/dashboard",
    ...signedIn({
      "GET /v1/dashboard": ok<"Dashboard">({
        permits: [own(A_BASEMENT, false)],
        linkRequests: [],
        mailObstacle: "BOUNCED",
      }),
    }),
    shows: "Our emails to you come back",
  },
  empty: {
    path: "/dashboard",
    ...signedIn({ "GET /v1/dashboard": ok<"Dashboard">({ permits: [], linkRequests: [] }) }),
    shows: "No permit is linked to your account yet",
  },
  waiting: { path: "/dashboard", ...signedIn({ "GET /v1/dashboard": "never" }), shows: "Loading" },
  unreachable: {
    path: "/dashboard",
    ...signedIn({ "GET /v1/dashboard": "none" }),
    shows: "The portal cannot be reached",
  },
  "asks-to-log-in": { path: "/dashboard", shows: "Log in to open the page that you asked for" },
  withdrawing: { path: "/dashboard", ...signedIn(FULL), steps: withdraw, shows: "You can ask again later" },
  "withdrawing-too-late": {
    path: "/dashboard",
    ...signedIn({
      "GET /v1/dashboard": [FULL["GET /v1/dashboard"] as Reply, ok<"Dashboard">(DECIDED)],
      "DELETE /v1/permits/*/link-request": problem(409, "LINK_REQUEST_CLOSED"),
    }),
    steps: [...withdraw, { click: "Withdraw" }],
    shows: "has already been decided or withdrawn",
  },
} satisfies States;
