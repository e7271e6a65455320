import en from "../../../../messages/en/web/pages/invitation.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/invitation.json", "!./en/**"], { base: "../../../../messages" }),
);
