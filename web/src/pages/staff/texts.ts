import en from "../../../../messages/en/web/pages/staff.json";
import { messages } from "../../i18n/messages.ts";

/** The texts that the pages for staff share. */
export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/staff.json", "!./en/**"], { base: "../../../../messages" }),
);
