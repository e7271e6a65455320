import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { ErrorAlert, type ErrorTexts } from "../ui/alert.tsx";
import { useOpened } from "./opened.ts";
import { faultText, texts } from "./texts.ts";
import type { Form as State } from "./useform.ts";

interface Props<F extends string> {
  readonly form: State<F>;
  /** What the button says. */
  readonly submit: string;
  /** Whether it takes away for good; the button warns then. */
  readonly danger?: boolean;
  readonly children: ComponentChildren;
  /** Beside the button. */
  readonly beside?: ComponentChildren;
  /** Texts for codes of problems with the form as a whole. */
  readonly errors?: ErrorTexts | undefined;
  readonly class?: string;
  /** Whether a button opened it, in whose place it is: it takes the focus, and gives it back. */
  readonly opened?: boolean;
  /** Said while it is being sent, where that is more than a moment. */
  readonly busy?: string | undefined;
}

/** A form with its summary of errors above and its button below. Enter submits; nothing typed is cleared. */
export function Form<F extends string>({
  form,
  submit,
  danger = false,
  children,
  beside,
  errors,
  busy,
  opened = false,
  ...rest
}: Props<F>) {
  const t = useText(texts);
  const element = useRef<HTMLFormElement>(null);
  useOpened(element, opened);
  return (
    <form
      class={`usa-form usa-form--large ${rest.class ?? ""}`}
      id={form.id}
      ref={element}
      noValidate
      aria-busy={form.busy}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(event.currentTarget);
      }}
    >
      <ErrorSummary form={form} />
      {form.error && (
        <div data-form-error tabIndex={-1}>
          <ErrorAlert error={form.error} texts={errors} after={kept(form) ? t("notChanged") : undefined} />
        </div>
      )}
      {children}
      <div class="form-actions">
        <button
          class={danger ? "usa-button usa-button--secondary" : "usa-button"}
          type="submit"
          aria-disabled={form.busy}
        >
          {submit}
        </button>
        {beside}
        <span role="status" class="form-busy">
          {form.busy && (busy ?? t("busy"))}
        </span>
      </div>
    </form>
  );
}

/** Whether something typed waits here to be sent once more. */
function kept<F extends string>({ error, values }: State<F>): boolean {
  return (error?.passes ?? false) && Object.values(values).some(Boolean);
}

/** Everything that is wrong, each a link to its field. */
function ErrorSummary<F extends string>({ form }: { form: State<F> }) {
  const t = useText(texts);
  const faults = Object.entries(form.faults).flatMap(([name, fault]) => (fault ? [[name, fault] as const] : []));
  if (faults.length === 0) {
    return null;
  }
  return (
    // What is mended leaves it without a word, so that nobody is interrupted.
    <div class="usa-alert usa-alert--error" role="alert" aria-atomic="false" aria-relevant="additions">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">
          {faults.length === 1 ? t("oneProblem") : t("problems", { count: faults.length })}
        </h2>
        <ul class="usa-list">
          {faults.map(([name, fault]) => {
            const spec = form.fields[name as F];
            return (
              <li key={name}>
                {spec ? (
                  <a
                    class="usa-link"
                    href={`#${form.elementId(name)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      document.getElementById(form.elementId(name))?.focus();
                    }}
                  >
                    {faultText(spec, fault)}
                  </a>
                ) : (
                  (fault.message ?? fault.code)
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
