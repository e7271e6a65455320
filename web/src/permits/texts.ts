import en from "../../../messages/en/web/permits.json";
import { messages } from "../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/permits.json", "!./en/**"], { base: "../../../messages" }),
);
