import { DateField, TextField } from "../../../forms/fields.tsx";
import type { Form } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { type AccountType, asked, DAYS, INSURANCE, type LicenseField, type Name, needed } from "./company.ts";
import { texts } from "./texts.ts";

/** The fields for the license and the insurance that the account type asks for. */
export function LicenseFields({ form, type }: { form: Form<Name>; type: AccountType }) {
  const t = useText(texts);
  const fields = asked(type);
  const license = fields.filter((field) => !INSURANCE.includes(field));
  const insurance = fields.filter((field) => INSURANCE.includes(field));
  const required: Form<Name> = {
    ...form,
    required: (name) =>
      name.startsWith("license.")
        ? needed(type, name.slice("license.".length) as LicenseField, form.values)
        : form.required(name),
  };
  return (
    <>
      {license.length > 0 && (
        <fieldset class="usa-fieldset">
          <legend class="usa-legend">
            {t(type.license.asked === "required" ? "licenseRequired" : "licenseOptional")}
          </legend>
          <div class="field-pair">
            {license.map((field) => (
              <Field key={field} form={required} field={field} />
            ))}
          </div>
        </fieldset>
      )}
      {insurance.length > 0 && (
        <fieldset class="usa-fieldset" aria-describedby="insurance-about">
          <legend class="usa-legend">{t("insurance")}</legend>
          <p class="usa-hint" id="insurance-about">
            {t("insuranceAbout")}
          </p>
          <div class="field-pair">
            {insurance.map((field) => (
              <Field key={field} form={required} field={field} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

function Field({ form, field }: { form: Form<Name>; field: LicenseField }) {
  const name = `license.${field}` as const;
  if (DAYS.includes(field)) {
    return <DateField form={form} name={name} />;
  }
  if (field === "state") {
    return (
      <TextField
        form={form}
        name={name}
        width="short"
        maxLength={2}
        autocapitalize="characters"
        onInput={(event) => form.set(name, event.currentTarget.value.toUpperCase())}
      />
    );
  }
  return <TextField form={form} name={name} spellcheck={false} />;
}
