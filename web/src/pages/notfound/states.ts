import type { States } from "../states.ts";

export default {
  "not-found": { path: "/no-such-page", shows: "Page not found" },
  spanish: { path: "/es/no-such-page", shows: "Página no encontrada" },
} satisfies States;
