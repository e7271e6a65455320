import problems from "../../../messages/en/web/problems.json";
import en from "../../../messages/en/web/ui.json";
import type { ErrorCode } from "../api/apierror.ts";
import { messages } from "../i18n/messages.ts";

const english = { ...problems, ...en };

/** Every code has a text, the server's codes in `problems`: one that is missing does not compile. */
english satisfies Record<ErrorCode, string>;

export const texts = messages(
  english,
  import.meta.glob(["./*/web/{problems,ui}.json", "!./en/**"], { base: "../../../messages" }),
);
