import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/apierror.ts";
import { session } from "../api/session.ts";
import { useText } from "../i18n/messages.ts";
import { useStore } from "../i18n/store.ts";
import { Link } from "./link.tsx";
import { texts } from "./texts.ts";

interface AlertProps {
  readonly kind: "info" | "success" | "warning" | "error";
  readonly heading?: string;
  readonly children: ComponentChildren;
  /** Whether it is read out as soon as it appears: yes for what answers an action. */
  readonly live?: boolean;
}

export function Alert({ kind, heading, children, live }: AlertProps) {
  return (
    <div
      class={`usa-alert usa-alert--${kind}${heading ? "" : " usa-alert--slim"}`}
      role={live ? (kind === "error" ? "alert" : "status") : undefined}
    >
      <div class="usa-alert__body">
        {heading && <h2 class="usa-alert__heading">{heading}</h2>}
        <div class="usa-alert__text">{children}</div>
      </div>
    </div>
  );
}

interface ErrorProps {
  readonly error: ApiError;
  /** The page's own texts, by code. */
  readonly texts?: Readonly<Record<string, ComponentChildren>>;
  readonly after?: string;
  readonly retry?: () => void;
}

/** What went wrong and what to do about it. */
export function ErrorAlert({ error, texts: own, after, retry }: ErrorProps) {
  const t = useText(texts);
  const ended = error.code === "SESSION_ENDED" || error.code === "NOT_SIGNED_IN";
  const inAgain = useStore(session.standing) === "in";
  if (ended && inAgain) {
    return (
      <Alert kind="success" live>
        {t("inAgain")}
      </Alert>
    );
  }
  return (
    <Alert kind="error" live>
      {own?.[error.code] ?? t(error.code, error.values)}
      {error.code === "INTERNAL_ERROR" && error.problem && <> {t("requestId", error.values)}</>}
      {after && <> {after}</>}
      {ended && (
        <>
          {" "}
          {/* In a window of its own, so that this page keeps what was typed; both share the session. */}
          <Link to="/login?return=close" target="_blank">
            {t("again")}
          </Link>
        </>
      )}
      {retry && (
        <>
          {" "}
          <button type="button" class="usa-button usa-button--unstyled" onClick={retry}>
            {t("retry")}
          </button>
        </>
      )}
    </Alert>
  );
}
