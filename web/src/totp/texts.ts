import en from "../../../messages/en/web/totp.json";
import { messages } from "../i18n/messages.ts";

export const texts = messages(en, import.meta.glob(["./*/web/totp.json", "!./en/**"], { base: "../../../messages" }));
