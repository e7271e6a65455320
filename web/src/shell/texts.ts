import en from "../../../messages/en/web/shell.json";
import { messages } from "../i18n/messages.ts";

export const texts = messages(en, import.meta.glob(["./*/web/shell.json", "!./en/**"], { base: "../../../messages" }));
