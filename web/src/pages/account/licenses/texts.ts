import { messages } from "../../../i18n/messages.ts";
import en from "./en.json";

export const texts = messages(en, { es: () => import("./es.json") });
