import type { ErrorCode } from "../api/apierror.ts";
import { messages } from "../i18n/messages.ts";
import en from "./en.json";

/** Every code has a text: one that is missing does not compile. */
en satisfies Record<ErrorCode, string>;

export const texts = messages(en, { es: () => import("./es.json") });
