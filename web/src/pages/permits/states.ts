import { A_BASEMENT, A_FENCE, A_ROOF } from "../../../test/permits.ts";
import { ok, problem, type States } from "../states.ts";

const found = (permits: (typeof A_ROOF)[], streets: string[] = [], next?: string) => ({
  "GET /v1/permits": ok<"FoundPermits">({ permits, streets, ...(next && { next }) }),
});

export default {
  fresh: { path: "/permits", shows: "Anyone can see the status of a permit" },
  spanish: { path: "/es/permits?q=roof", api: found([A_ROOF]), shows: "1 permiso para «roof»" },
  "nothing-typed": { path: "/permits", steps: [{ click: "Look up" }], shows: "There is a problem" },
  one: { path: "/permits?q=rof26-42", api: found([A_ROOF]), shows: "The applicant's move" },
  several: {
    path: "/permits?q=founders",
    api: found([A_ROOF, A_BASEMENT, A_FENCE], [], "sample"),
    shows: "The first 3 permits for",
  },
  streets: {
    path: "/permits?q=12%20oak",
    api: found([], ["OAK ST", "OAKRIDGE DR"]),
    shows: "Which street do you mean",
  },
  none: { path: "/permits?q=BLD26-9999", api: found([]), shows: "No permit for" },
  "type-the-year": {
    path: "/permits?q=7",
    api: { "GET /v1/permits": problem(400, "TYPE_THE_YEAR") },
    shows: "Add the year or the letters",
  },
  waiting: { path: "/permits?q=founders", api: { "GET /v1/permits": "never" }, shows: "Loading" },
  unreachable: {
    path: "/permits?q=founders",
    api: { "GET /v1/permits": "none" },
    shows: "The portal cannot be reached",
  },
} satisfies States;
