import type { States } from "../../states.ts";

export default {
  "opened-again": { path: "/application/created", shows: "There is nothing new here" },
  spanish: { path: "/es/application/created", shows: "Aquí no hay nada nuevo" },
} satisfies States;
