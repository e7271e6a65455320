import en from "../../../../messages/en/web/pages/permits.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/permits.json", "!./en/**"], { base: "../../../../messages" }),
);
