import en from "../../../../../messages/en/web/pages/account/members.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/account/members.json", "!./en/**"], { base: "../../../../../messages" }),
);
