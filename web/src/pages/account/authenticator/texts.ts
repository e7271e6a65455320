import en from "../../../../../messages/en/web/pages/account/authenticator.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/account/authenticator.json", "!./en/**"], { base: "../../../../../messages" }),
);
