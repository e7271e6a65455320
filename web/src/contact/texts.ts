import en from "../../../messages/en/web/contact.json";
import { messages } from "../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/contact.json", "!./en/**"], { base: "../../../messages" }),
);
