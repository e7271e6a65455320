import en from "../../../../../messages/en/web/pages/application/step3.json";
import { messages } from "../../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/application/step3.json", "!./en/**"], { base: "../../../../../messages" }),
);
