import { problem, type States } from "../states.ts";

const CODE = "#code=Qm9yZWFsRm9yZXN0LUJvcmVhbEZvcmVzdC1Cb3JlYWw";
const act = [{ click: "Undo the change" }] as const;

export default {
  fresh: { path: `/undo-email${CODE}`, shows: "your login gets this address again" },
  spanish: { path: `/es/undo-email${CODE}`, shows: "Deshacer el cambio de correo" },
  "not-whole": { path: "/undo-email#code=short", shows: "This link is not complete" },
  ended: {
    path: `/undo-email${CODE}`,
    api: { "POST /v1/email-undo": problem(410, "UNDO_ENDED") },
    steps: act,
    shows: "This link was used",
  },
  done: {
    path: `/undo-email${CODE}`,
    api: { "POST /v1/email-undo": { status: 204 } },
    steps: act,
    shows: "Your old email address is back",
  },
} satisfies States;
