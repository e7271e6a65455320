import type { States } from "../../states.ts";

export default {
  "opened-again": { path: "/application/created", shows: "Log in with the name you entered" },
  spanish: { path: "/es/application/created", shows: "Inicie sesión con el nombre que escribió" },
} satisfies States;
