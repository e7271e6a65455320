import problems from "../../../messages/en/web/problems.json";
import en from "../../../messages/en/web/ui.json";
import type { ErrorCode } from "../api/apierror.ts";
import { messages } from "../i18n/messages.ts";

const english = { ...problems, ...en };

/**
 * Requires that every error code has a text. The server's codes have theirs in `problems`. A missing text is a compile
 * error.
 */
english satisfies Record<ErrorCode, string>;

export const texts = messages(
  english,
  import.meta.glob(["./*/web/{problems,ui}.json", "!./en/**"], { base: "../../../messages" }),
);
