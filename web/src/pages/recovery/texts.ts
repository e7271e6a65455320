import en from "../../../../messages/en/web/pages/recovery.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/recovery.json", "!./en/**"], { base: "../../../../messages" }),
);
