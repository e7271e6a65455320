import en from "../../../../../messages/en/web/pages/application/terms.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/application/terms.json", "!./en/**"], { base: "../../../../../messages" }),
);
