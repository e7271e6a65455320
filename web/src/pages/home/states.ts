import portal from "../../../test/portal.json" with { type: "json" };
import { BEGUN } from "../application/samples.ts";
import { gateway, type States } from "../states.ts";

export default {
  fresh: { path: "/", shows: "Create Contractor Account" },
  spanish: { path: "/es", shows: "Crear cuenta de contratista" },
  begun: {
    path: "/",
    kept: BEGUN,
    shows: "You have begun an application on this device",
  },
  "public-menu": { path: "/", steps: [{ click: "Public" }], shows: "Contractor" },
  // Data that an earlier version of the portal has stored must not break this version.
  unreachable: {
    path: "/",
    kept: { contact: '{"phone":"719-555-0142"}' },
    api: { "GET /v1/portal": "none" },
    shows: "The portal cannot be reached",
  },
  maintenance: {
    path: "/",
    kept: { contact: JSON.stringify(portal.contact) },
    api: { "GET /v1/portal": gateway(503, "Service Unavailable") },
    shows: "719-555-0142",
  },
} satisfies States;
