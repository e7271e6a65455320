import { has, withCompany } from "../application/samples.ts";
import { ok, problem, type States } from "../states.ts";

const path = `/resume#code=${"a".repeat(43)}`;
const RESUME = "POST /v1/registrations/resume";

export default {
  link: { path, shows: "This link works once" },
  resumed: {
    path,
    api: {
      ...has(withCompany),
      [RESUME]: ok<"StartedRegistration">({
        draftId: withCompany.draftId,
        token: "a token that the cookie has, too",
        expiresAt: withCompany.expiresAt,
        version: 1,
        nextStep: "CONTACT",
      }),
    },
    steps: [{ click: "Continue" }],
    shows: "The person we reach",
  },
  ended: {
    path,
    api: { [RESUME]: problem(410, "RESUME_LINK_ENDED") },
    steps: [{ click: "Continue" }],
    shows: "has been used or has expired",
  },
  cut: { path: "/resume#code=abc", shows: "This link is not complete" },
  spanish: { path: `/es${path}`, shows: "Este enlace funciona una sola vez" },
} satisfies States;
