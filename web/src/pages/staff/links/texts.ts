import en from "../../../../../messages/en/web/pages/staff/links.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/staff/links.json", "!./en/**"], { base: "../../../../../messages" }),
);
