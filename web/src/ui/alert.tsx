import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ApiError, ErrorCode } from "../api/apierror.ts";
import { session, staffSession } from "../api/session.ts";
import { read } from "../i18n/language.ts";
import { useText } from "../i18n/messages.ts";
import { useStore } from "../state/store.ts";
import { Link } from "./link.tsx";
import { errorText, texts } from "./texts.ts";

interface AlertProps {
  readonly kind: "info" | "success" | "warning" | "error";
  readonly heading?: string;
  readonly children: ComponentChildren;
  /** Whether screen readers read the alert as soon as it appears. Use this for alerts that follow an action. */
  readonly live?: boolean;
  /** Whether the alert takes the focus instead. Use this if the pressed button is gone. */
  readonly focus?: boolean;
}

export function Alert({ kind, heading, children, live, focus }: AlertProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) {
      box.current?.focus();
    }
  }, [focus, children]);
  return (
    <div
      ref={box}
      tabIndex={focus ? -1 : undefined}
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

/** A page's own texts for errors, by code. */
export type ErrorTexts = Readonly<Partial<Record<ErrorCode, ComponentChildren>>>;

interface ErrorProps {
  readonly error: ApiError;
  /** The page's own texts for errors. */
  readonly texts?: ErrorTexts | undefined;
  readonly after?: string | undefined;
  /** Tries again. The alert offers this if another try can help. */
  readonly retry?: () => void;
}

/** Explains an error and says what to do. */
export function ErrorAlert({ error, texts: own, after, retry }: ErrorProps) {
  const t = useText(texts);
  const said = own?.[error.code];
  const ended = error.code === "SESSION_ENDED" || error.code === "NOT_SIGNED_IN";
  // The session of staff is independent of a contractor's session in the same browser.
  const staff = read(location.pathname).path.startsWith("/staff");
  const standing = useStore((staff ? staffSession : session).standing);
  if (ended && standing === "in") {
    return (
      <Alert kind="success" live>
        {t("inAgain")}
      </Alert>
    );
  }
  return (
    <Alert kind="error" live>
      {said ?? (ended && standing === "ended" ? t("SESSION_ENDED") : errorText(error))}
      {error.code === "INTERNAL_ERROR" && error.problem && <> {t("requestId", error.values)}</>}
      {!said && error.problem && error.status === 429 && error.retryAfter && <> {t("wait", error.values)}</>}
      {after && <> {after}</>}
      {ended && (
        <>
          {" "}
          {/* The login opens in a new window, so that this page keeps typed values. Both windows share the session. */}
          <Link to={staff ? "/staff?return=close" : "/login?return=close"} target="_blank">
            {t("again")}
          </Link>
        </>
      )}
      {retry && error.passes && (
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
