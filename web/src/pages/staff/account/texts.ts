import en from "../../../../../messages/en/web/pages/staff/account.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/staff/account.json", "!./en/**"], { base: "../../../../../messages" }),
);
