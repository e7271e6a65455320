import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { ErrorAlert, type ErrorTexts } from "../ui/alert.tsx";
import { useOpened } from "./opened.ts";
import { faultText, texts } from "./texts.ts";
import type { Form as State } from "./useform.ts";

interface Props<F extends string> {
  readonly form: State<F>;
  /** The button's text. */
  readonly submit: string;
  /** Whether the form deletes something permanently. Then the button has the color of a warning. */
  readonly danger?: boolean;
  readonly children: ComponentChildren;
  /** More elements next to the button. */
  readonly beside?: ComponentChildren;
  /** Texts for codes of problems with the form as a whole. */
  readonly errors?: ErrorTexts | undefined;
  readonly class?: string;
  /**
   * Whether the form has replaced the button that opened it. Then the form takes the focus and later returns it to the
   * button.
   */
  readonly opened?: boolean;
  /** The text while the form is being sent, if that takes longer than a moment. */
  readonly busy?: string | undefined;
}

/**
 * A form with a summary of errors at the top and a button at the bottom. Enter submits the form. Typed values are never
 * cleared.
 */
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

/** Returns whether the form has typed values that can be sent again. */
function kept<F extends string>({ error, values }: State<F>): boolean {
  return (error?.passes ?? false) && Object.values(values).some(Boolean);
}

/** The summary of the form's errors. Each error is a link to its field. */
function ErrorSummary<F extends string>({ form }: { form: State<F> }) {
  const t = useText(texts);
  const faults = Object.entries(form.faults).flatMap(([name, fault]) => (fault ? [[name, fault] as const] : []));
  if (faults.length === 0) {
    return null;
  }
  return (
    // Corrected errors disappear without an announcement, so that nobody is interrupted.
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
