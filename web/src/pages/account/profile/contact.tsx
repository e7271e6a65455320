import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import { UpdateContact } from "../../../api/generated/rules.ts";
import type { Load } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { RadioField, TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { phone } from "../../../i18n/format.ts";
import { LANGUAGES } from "../../../i18n/language.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../i18n/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { texts } from "./texts.ts";

type Account = Schemas["Account"];
type Values = ReturnType<typeof valuesOf>;

/** The fields as they are typed, telephones as people here write them. */
function valuesOf({ phone: own, contact }: Account) {
  return {
    companyPhone: phone(own),
    firstName: contact.firstName,
    lastName: contact.lastName,
    "address.line1": contact.address.line1,
    "address.line2": contact.address.line2 ?? "",
    "address.city": contact.address.city,
    "address.state": contact.address.state,
    "address.zip": contact.address.zip,
    phone: phone(contact.phone),
    mobile: contact.mobile ? phone(contact.mobile) : "",
    preferredContact: contact.preferredContact as string,
    language: contact.language,
  };
}

function requestOf(values: Values): Schemas["UpdateContact"] {
  return {
    companyPhone: values.companyPhone,
    firstName: values.firstName,
    lastName: values.lastName,
    address: {
      line1: values["address.line1"],
      ...(values["address.line2"] ? { line2: values["address.line2"] } : {}),
      city: values["address.city"],
      state: values["address.state"],
      zip: values["address.zip"],
    },
    phone: values.phone,
    ...(values.mobile ? { mobile: values.mobile } : {}),
    preferredContact: values.preferredContact as Schemas["PreferredContact"],
    language: values.language,
  };
}

export function ContactForm({ account, load }: { account: Account; load: Load<Account> }) {
  const t = useText(texts);
  const [saved, setSaved] = useState(false);
  const languages = useStore(city)?.languages ?? [];
  const telephone = (label: string) => ({ label, errors: { INVALID: t("phoneWrong", { label }) } });
  const form = useForm<keyof Values>({
    id: "contact",
    rules: UpdateContact,
    fields: {
      companyPhone: telephone(t(account.holder === "person" ? "homePhone" : "companyPhone")),
      firstName: { label: t("firstName") },
      lastName: { label: t("lastName") },
      "address.line1": { label: t("line1") },
      "address.line2": { label: t("line2") },
      "address.city": { label: t("city") },
      "address.state": { label: t("state"), hint: t("stateHint") },
      "address.zip": { label: t("zip") },
      phone: telephone(t("phone")),
      mobile: {
        label: t("mobile"),
        hint: t("mobileHint"),
        errors: { INVALID: t("phoneWrong", { label: t("mobile") }), REQUIRED: t("mobileNeeded") },
      },
      preferredContact: { label: t("preferred") },
      language: { label: t("language") },
    },
    initial: valuesOf(account),
    check: (values) => (values.preferredContact === "TEXT" && !values.mobile ? { mobile: "REQUIRED" } : {}),
    send: async (values) => {
      setSaved(false);
      try {
        load.show(
          await body(
            api.PUT("/v1/account/contact", {
              params: { header: { "If-Match": etag(account.version) } },
              body: requestOf(values),
            }),
          ),
        );
        setSaved(true);
      } catch (e) {
        if (e instanceof ApiError && e.code === "CHANGED_MEANWHILE") {
          await load.again();
        }
        throw e;
      }
    },
  });
  const state = (typed: string) => form.set("address.state", typed.toUpperCase());
  return (
    <>
      {saved && (
        <Alert kind="success" live>
          {t("saved")}
        </Alert>
      )}
      <Form form={form} submit={t("save")} errors={{ CHANGED_MEANWHILE: <Newer account={account} form={form} /> }}>
        <TextField form={form} name="companyPhone" type="tel" autocomplete="work tel" />
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
            autocomplete="address-level1"
            autocapitalize="characters"
            maxLength={2}
            onInput={(event) => state(event.currentTarget.value)}
          />
          <TextField form={form} name="address.zip" autocomplete="postal-code" inputMode="numeric" maxLength={10} />
        </div>
        <div class="field-pair">
          <TextField form={form} name="phone" type="tel" autocomplete="tel" />
          <TextField form={form} name="mobile" type="tel" autocomplete="mobile tel" />
        </div>
        <RadioField
          form={form}
          name="preferredContact"
          choices={(["EMAIL", "PHONE", "TEXT"] as const).map((value) => ({ value, label: t(value) }))}
        />
        <RadioField
          form={form}
          name="language"
          choices={LANGUAGES.filter((each) => languages.includes(each)).map((value) => ({ value, label: t(value) }))}
        />
      </Form>
    </>
  );
}

/** What somebody else saved in the fields that were typed otherwise here. */
function Newer({ account, form }: { account: Account; form: ReturnType<typeof useForm<keyof Values>> }) {
  const t = useText(texts);
  const saved = valuesOf(account);
  const others = (Object.keys(saved) as (keyof Values)[]).filter((name) => saved[name] !== form.values[name]);
  if (others.length === 0) {
    return <>{t("changedNothing")}</>;
  }
  return (
    <>
      {t("changed")}
      <Facts of={others.map((name) => [form.fields[name].label, saved[name] || "–"])} />
    </>
  );
}
