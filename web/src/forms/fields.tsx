import type { ComponentChildren, TargetedInputEvent } from "preact";
import { useText } from "../i18n/messages.ts";
import { faultOf, texts } from "./texts.ts";
import type { Form } from "./useform.ts";

export interface Of<F extends string> {
  readonly form: Form<F>;
  readonly name: F;
}

interface InputProps {
  readonly type?: "text" | "email" | "tel" | "search" | "date";
  readonly autocomplete?: string;
  readonly inputMode?: "numeric" | "email" | "tel" | "search";
  readonly autocapitalize?: "off" | "words" | "characters";
  readonly spellcheck?: boolean;
  readonly placeholder?: string;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
  readonly pattern?: string | undefined;
  /** The id of another element that describes the field. */
  readonly describedBy?: string;
  readonly onInput?: (event: TargetedInputEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
}

/** Returns the attributes that connect a field's element with its label, hint and error. */
export function tied<F extends string>(form: Form<F>, name: F, others: readonly (string | false | undefined)[] = []) {
  const id = form.elementId(name);
  const fault = form.faults[name];
  const described = [form.fields[name].hint && `${id}-hint`, fault && `${id}-error`, ...others]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    name,
    required: form.required(name),
    "aria-invalid": fault ? ("true" as const) : undefined,
    "aria-describedby": described || undefined,
  };
}

/** The hint and the error between a label and its field. */
function Below({ id, hint, fault }: { id: string; hint: string | undefined; fault: string | undefined }) {
  return (
    <>
      {hint && (
        <div class="usa-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <div class="usa-error-message" id={`${id}-error`}>
          {fault}
        </div>
      )}
    </>
  );
}

/** A field with its label, hint and error. */
export function Group<F extends string>({
  form,
  name,
  children,
  width,
}: Of<F> & { children: ComponentChildren; width?: string }) {
  const t = useText(texts);
  const { label, hint, kept } = form.fields[name];
  const id = form.elementId(name);
  const fault = faultOf(form, name);
  return (
    <div class={`usa-form-group${fault ? " usa-form-group--error" : ""}${width ? ` field-${width}` : ""}`}>
      <label class={`usa-label${fault ? " usa-label--error" : ""}`} for={id}>
        {label} {!form.required(name) && !kept && <span class="usa-hint">{t("optional")}</span>}
      </label>
      <Below id={id} hint={hint} fault={fault} />
      {children}
    </div>
  );
}

/** A field for a line of text, also for email (`type="email"`), phone numbers (`type="tel"`) and codes. */
export function TextField<F extends string>({
  form,
  name,
  width,
  after,
  type = "text",
  describedBy,
  ...input
}: Of<F> & InputProps & { width?: string; after?: ComponentChildren }) {
  const rule = form.rules[name];
  return (
    <Group form={form} name={name} width={width}>
      <input
        type={type as "text"}
        maxLength={rule?.maxLength}
        minLength={rule?.minLength}
        pattern={rule?.pattern}
        {...input}
        {...tied(form, name, [describedBy])}
        class={`usa-input${form.faults[name] ? " usa-input--error" : ""}`}
        value={form.values[name]}
        onInput={(event) => {
          form.set(name, event.currentTarget.value);
          input.onInput?.(event);
        }}
      />
      {after}
    </Group>
  );
}

/** A field for a day, with the browser's own control. Its value is ISO 8601. */
export function DateField<F extends string>({ form, name, ...input }: Of<F> & InputProps) {
  return <TextField form={form} name={name} width="date" type="date" pattern={undefined} {...input} />;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A field to choose one option from a list. */
export function SelectField<F extends string>({
  form,
  name,
  choices,
  onChoose,
  autocomplete,
}: Of<F> & { choices: readonly Choice[]; onChoose?: (value: string) => void; autocomplete?: string }) {
  const t = useText(texts);
  return (
    <Group form={form} name={name}>
      <select
        {...tied(form, name)}
        class={`usa-select${form.faults[name] ? " usa-input--error" : ""}`}
        value={form.values[name]}
        autocomplete={autocomplete}
        onChange={(event) => {
          form.set(name, event.currentTarget.value);
          onChoose?.(event.currentTarget.value);
        }}
      >
        <option value="">{t("select")}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** A field to choose one of a few options. All of them are visible. */
export function RadioField<F extends string>({ form, name, choices }: Of<F> & { choices: readonly Choice[] }) {
  const { label, hint } = form.fields[name];
  const id = form.elementId(name);
  const fault = faultOf(form, name);
  return (
    <fieldset
      class={`usa-fieldset usa-form-group${fault ? " usa-form-group--error" : ""}`}
      aria-describedby={[hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(" ") || undefined}
    >
      <legend class={`usa-legend${fault ? " usa-label--error" : ""}`}>{label}</legend>
      <Below id={id} hint={hint} fault={fault} />
      {choices.map((choice, at) => (
        <div class="usa-radio" key={choice.value}>
          <input
            class="usa-radio__input"
            type="radio"
            id={at === 0 ? id : `${id}-${choice.value}`}
            name={name}
            value={choice.value}
            required={form.required(name)}
            checked={form.values[name] === choice.value}
            aria-invalid={fault ? "true" : undefined}
            aria-describedby={choice.hint ? `${id}-${choice.value}-hint` : undefined}
            onChange={() => form.set(name, choice.value)}
          />
          <label class="usa-radio__label" for={at === 0 ? id : `${id}-${choice.value}`}>
            {choice.label}
            {choice.hint && (
              <span class="usa-radio__label-description" id={`${id}-${choice.value}-hint`}>
                {choice.hint}
              </span>
            )}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

/** A checkbox. Its value is "true" or "". */
export function CheckboxField<F extends string>({ form, name }: Of<F>) {
  const { label, hint } = form.fields[name];
  const { id, ...rest } = tied(form, name);
  const fault = faultOf(form, name);
  return (
    <div class={`usa-form-group${fault ? " usa-form-group--error" : ""}`}>
      {fault && (
        <div class="usa-error-message" id={`${id}-error`}>
          {fault}
        </div>
      )}
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id={id}
          {...rest}
          checked={form.values[name] === "true"}
          onChange={(event) => form.set(name, event.currentTarget.checked ? "true" : "")}
        />
        <label class="usa-checkbox__label" for={id}>
          {label}
          {hint && (
            <span class="usa-checkbox__label-description" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </label>
      </div>
    </div>
  );
}

/** Returns the text of a text area as one line. The portal stores it in this form. */
export function oneLine(typed: string): string {
  return typed.replace(/\s+/g, " ").trim();
}

/** A field for several lines of text. */
export function TextArea<F extends string>({ form, name }: Of<F>) {
  const rule = form.rules[name];
  return (
    <Group form={form} name={name}>
      <textarea
        {...tied(form, name)}
        class={`usa-textarea${form.faults[name] ? " usa-input--error" : ""}`}
        rows={4}
        maxLength={rule?.maxLength}
        value={form.values[name]}
        onInput={(event) => form.set(name, event.currentTarget.value)}
      />
    </Group>
  );
}
