import { useRef, useState } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { Group, type Of, tied } from "./fields.tsx";
import { strength } from "./strength.ts";
import { texts } from "./texts.ts";

interface Props {
  readonly autocomplete: "current-password" | "new-password" | "off";
  /** The settings of the strength meter: the least length, and texts that the password should not contain. */
  readonly meter?: { readonly min: number; readonly personal: readonly string[] };
}

/**
 * A field for a password. The person can show the password. For a new password, a meter shows the strength and its
 * reason.
 */
export function PasswordField<F extends string>({ form, name, autocomplete, meter }: Of<F> & Props) {
  const t = useText(texts);
  const [shown, show] = useState(false);
  const id = form.elementId(name);
  const value = form.values[name];
  const fault = form.faults[name];
  const refused = useRef({ fault, value });
  if (refused.current.fault !== fault) {
    refused.current = { fault, value };
  }
  // The meter does not show the strength of a refused password until the person changes it.
  const found = meter && !(fault && refused.current.value === value) && strength(value, meter.min, meter.personal);
  return (
    <Group form={form} name={name}>
      <div class="with-button">
        <input
          {...tied(form, name, [meter && `${id}-meter`])}
          type={(shown ? "text" : "password") as "text"}
          class={`usa-input${fault ? " usa-input--error" : ""}`}
          autocomplete={autocomplete}
          autocapitalize="off"
          spellcheck={false}
          maxLength={form.rules[name]?.maxLength}
          value={value}
          onInput={(event) => form.set(name, event.currentTarget.value)}
        />
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-controls={id}
          aria-pressed={shown}
          aria-label={t("showPassword")}
          onClick={() => show(!shown)}
        >
          {shown ? t("hide") : t("show")}
        </button>
      </div>
      {found && (
        <div class={`meter meter-${found.level}`}>
          <meter min={0} max={4} low={2} high={3} optimum={4} value={found.level} aria-label={t("meter")} />
          <p class="usa-hint" id={`${id}-meter`} aria-live="polite">
            {t(found.reason, { min: meter?.min ?? 0, missing: found.missing })}
          </p>
        </div>
      )}
    </Group>
  );
}

/** A field for the answer to a secret question. It is hidden like a password, and the person can show it. */
export function SecretField<F extends string>({ form, name }: Of<F>) {
  return <PasswordField form={form} name={name} autocomplete="off" />;
}
