import en from "../../../../../messages/en/web/pages/account/security.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/account/security.json", "!./en/**"], { base: "../../../../../messages" }),
);
