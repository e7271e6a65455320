import type { ErrorCode } from "../api/apierror.ts";
import { messages } from "../i18n/messages.ts";
import problems from "../problems/en.json";
import en from "./en.json";

const english = { ...problems, ...en };

/** Every code has a text, the server's codes in `problems`: one that is missing does not compile. */
english satisfies Record<ErrorCode, string>;

export const texts = messages(english, {
  es: async () => {
    const [ofProblems, own] = await Promise.all([import("../problems/es.json"), import("./es.json")]);
    return { default: { ...ofProblems.default, ...own.default } };
  },
});
