import { messages } from "../../i18n/messages.ts";
import en from "./en.json";

/** What the pages of an account share, such as the names of roles. */
export const texts = messages(en, { es: () => import("./es.json") });
