import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { type ApiError, asApiError } from "../api/apierror.ts";
import { ReportNotMe } from "../api/generated/rules.ts";
import { useText } from "../i18n/messages.ts";
import { Alert, ErrorAlert, type ErrorTexts } from "./alert.tsx";
import { fragment } from "./fragment.ts";
import { texts } from "./texts.ts";
import { Title } from "./title.tsx";

const CODE = new RegExp(`^(?:${ReportNotMe.code.pattern})$`);
const code = fragment("code");

interface Props<T> {
  readonly title: string;
  /** Explains what the button does. */
  readonly about: ComponentChildren;
  readonly confirm: string;
  readonly act: (code: string) => Promise<T>;
  /** Texts for permanent errors, for which another press would not help. */
  readonly errors: ErrorTexts;
  readonly doneTitle: string;
  readonly done: (answer: T) => ComponentChildren;
}

/** A page that a mailed link opens. Opening it changes nothing, because programs that check mails open links too. */
export function MailedLink<T>({ title, about, confirm, act, errors, doneTitle, done }: Props<T>) {
  const t = useText(texts);
  const given = code();
  const [answer, setAnswer] = useState<{ readonly of: T }>();
  const [error, setError] = useState<ApiError>();
  const [busy, setBusy] = useState(false);

  async function run(of: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      setAnswer({ of: await act(of) });
    } catch (thrown) {
      setError(asApiError(thrown));
    } finally {
      setBusy(false);
    }
  }

  const over = error !== undefined && error.code in errors;
  if (answer) {
    return (
      <>
        <Title key="done" focus>
          {doneTitle}
        </Title>
        {done(answer.of)}
      </>
    );
  }
  return (
    <>
      <Title>{title}</Title>
      {!CODE.test(given) ? (
        <Alert kind="error">{t("linkBroken")}</Alert>
      ) : (
        <>
          {!over && about}
          {error && <ErrorAlert error={error} texts={errors} />}
          {!over && (
            <p>
              <button type="button" class="usa-button" aria-disabled={busy} onClick={() => busy || void run(given)}>
                {confirm}
              </button>
            </p>
          )}
          <p role="status">{busy && t("loading")}</p>
        </>
      )}
    </>
  );
}
