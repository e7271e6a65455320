import en from "../../../../messages/en/web/pages/account.json";
import { messages } from "../../i18n/messages.ts";

/** The texts that the pages of an account share, such as the names of roles. */
export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/account.json", "!./en/**"], { base: "../../../../messages" }),
);
