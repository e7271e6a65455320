import en from "../../../../messages/en/web/pages/dashboard.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/dashboard.json", "!./en/**"], { base: "../../../../messages" }),
);
