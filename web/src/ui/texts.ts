import en from "../../../messages/en/web/ui.json";
import type { ApiError, ClientCode, ErrorCode } from "../api/apierror.ts";
import problems from "../api/generated/problems.json";
import { messages } from "../i18n/messages.ts";

const english = { ...problems, ...en };

/** Requires a text for every error that has no text of the server's. A missing text is a compile error. */
english satisfies Record<ClientCode, string>;

export const texts = messages<ErrorCode | keyof typeof english>(
  english,
  import.meta.glob(["./*/web/{problems,ui}.json", "!./en/**"], { base: "../../../messages" }),
);

/** Returns the text of an error: the pages' own text in the shown language, otherwise the server's English text. */
export function errorText({ code, problem, values }: ApiError): string {
  return texts.has(code) ? texts.text(code, values) : (problem?.title ?? texts.text("INTERNAL_ERROR", values));
}
