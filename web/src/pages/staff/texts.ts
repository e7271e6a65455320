import en from "../../../../messages/en/web/pages/staff.json";
import { messages } from "../../i18n/messages.ts";

/** What staff’s pages share. */
export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/staff.json", "!./en/**"], { base: "../../../../messages" }),
);
