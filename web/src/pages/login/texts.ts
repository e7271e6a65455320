import en from "../../../../messages/en/web/pages/login.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/login.json", "!./en/**"], { base: "../../../../messages" }),
);
