import { RadioField, TextField } from "../forms/fields.tsx";
import type { Form } from "../forms/useform.ts";
import { language, languageName } from "../i18n/language.ts";
import { useText } from "../i18n/messages.ts";
import { type ContactField, PREFERRED } from "./contact.ts";
import { texts } from "./texts.ts";

interface Props<F extends string> {
  readonly form: Form<F | ContactField>;
  /** The city's languages. */
  readonly languages: readonly string[];
}

/** Returns a language's name in the page's language and in the language itself: "Spanish (Español)". */
function choice(tag: string): string {
  const [here, own] = [languageName(tag, language.get()), languageName(tag)];
  return here === own ? here : `${here} (${own})`;
}

/** The fields for a contact: name, phone, address, preferred way of contact and language. */
export function ContactFields<F extends string>({ form, languages }: Props<F>) {
  const t = useText(texts);
  const text = form.values.preferredContact === "TEXT";
  return (
    <>
      <div class="field-pair">
        <TextField form={form} name="firstName" autocomplete="given-name" />
        <TextField form={form} name="lastName" autocomplete="family-name" />
      </div>
      <TextField form={form} name="address.line1" autocomplete="address-line1" />
      <TextField form={form} name="address.line2" autocomplete="address-line2" />
      <TextField form={form} name="address.city" autocomplete="address-level2" />
      <div class="field-pair">
        <TextField
          form={form}
          name="address.state"
          width="short"
          autocomplete="address-level1"
          autocapitalize="characters"
          maxLength={2}
          onInput={(event) => form.set("address.state", event.currentTarget.value.toUpperCase())}
        />
        <TextField form={form} name="address.zip" width="short" autocomplete="postal-code" inputMode="numeric" />
      </div>
      <TextField form={form} name="phone" type="tel" autocomplete="tel" width="phone" />
      <TextField
        form={{ ...form, required: (name) => form.required(name) || (name === "mobile" && text) }}
        name="mobile"
        type="tel"
        autocomplete="mobile tel"
        width="phone"
      />
      <RadioField
        form={form}
        name="preferredContact"
        choices={PREFERRED.map((value) => ({ value, label: t(value) }))}
      />
      <RadioField form={form} name="language" choices={languages.map((tag) => ({ value: tag, label: choice(tag) }))} />
    </>
  );
}
