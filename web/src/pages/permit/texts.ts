import en from "../../../../messages/en/web/pages/permit.json";
import { messages } from "../../i18n/messages.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/permit.json", "!./en/**"], { base: "../../../../messages" }),
);
