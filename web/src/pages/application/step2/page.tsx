import { useLocation } from "preact-iso";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import * as rules from "../../../api/generated/rules.ts";
import type { Portal, Schemas } from "../../../api/types.ts";
import { RadioField, SelectField, TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { phone } from "../../../i18n/format.ts";
import { language } from "../../../i18n/language.ts";
import { messages, useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import { load, type Registration, show } from "../draft.ts";
import { texts as ofWizard, Wizard } from "../wizard.tsx";
import en from "./en.json";

const texts = messages(en, { es: () => import("./es.json") });

export default function StepTwo() {
  return <Wizard step={2}>{(draft, city) => <Contact key={draft.draftId} draft={draft} city={city} />}</Wizard>;
}

/** Who is to be reached. What step 1 already told is filled in. */
function Contact({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const { route } = useLocation();
  const form = useForm({
    id: "contact",
    rules: rules.SaveContact,
    initial: initial(draft, city),
    fields: {
      firstName: { label: t("firstName") },
      lastName: { label: t("lastName") },
      "address.line1": { label: t("line1") },
      "address.line2": { label: t("line2") },
      "address.city": { label: t("city") },
      "address.state": { label: t("state"), hint: t("stateHint"), errors: { INVALID: t("stateInvalid") } },
      "address.zip": { label: t("zip"), errors: { INVALID: t("zipInvalid") } },
      phone: { label: t("phone"), errors: { INVALID: t("phoneInvalid") } },
      mobile: { label: t("mobile"), hint: t("mobileHint"), errors: { REQUIRED: t("mobileNeeded") } },
      preferredContact: { label: t("preferred") },
      language: { label: t("language") },
    },
    send: async (values) => {
      try {
        show(
          await body(
            api.PUT("/v1/registrations/{draftId}/contact", {
              params: { path: { draftId: draft.draftId }, header: { "If-Match": etag(draft.version) } },
              body: request(values),
            }),
          ),
        );
      } catch (e) {
        if (e instanceof ApiError && e.code === "CHANGED_MEANWHILE") {
          await load();
        }
        throw e;
      }
      route("/application/step-3");
    },
  });
  const text = form.values.preferredContact === "TEXT";
  return (
    <Form form={form} submit={wizard("nextStep")} beside={<Link to="/application/step-1">{wizard("back")}</Link>}>
      <p>{t("about")}</p>
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
        width="phone"
      />
      <RadioField
        form={form}
        name="preferredContact"
        choices={(["EMAIL", "PHONE", "TEXT"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <SelectField
        form={form}
        name="language"
        choices={city.languages.map((tag) => ({ value: tag, label: tag === "en" || tag === "es" ? t(tag) : tag }))}
      />
    </Form>
  );
}

function initial(draft: Registration, city: Portal): Record<string, string> {
  const { contact, company } = draft;
  if (!contact) {
    // A person's own name is the one to reach, most likely.
    const [, first, last] = (company?.holder === "person" && /^(.+)\s+(\S+)$/.exec(company.name)) || [];
    return {
      firstName: first ?? "",
      lastName: last ?? "",
      phone: phone(company?.phone ?? ""),
      preferredContact: "EMAIL",
      language: city.languages.includes(language.get()) ? language.get() : "",
    };
  }
  const { address, ...person } = contact;
  const place = Object.entries(address).map(([name, value]) => [`address.${name}`, value]);
  return { ...person, phone: phone(person.phone), mobile: phone(person.mobile ?? ""), ...Object.fromEntries(place) };
}

function request(values: Record<string, string>): Schemas["SaveContact"] {
  const given = (name: string) => values[name]?.trim() ?? "";
  return {
    firstName: given("firstName"),
    lastName: given("lastName"),
    address: {
      line1: given("address.line1"),
      ...(given("address.line2") ? { line2: given("address.line2") } : {}),
      city: given("address.city"),
      state: given("address.state"),
      zip: given("address.zip"),
    },
    phone: given("phone"),
    ...(given("mobile") ? { mobile: given("mobile") } : {}),
    preferredContact: given("preferredContact") as Schemas["PreferredContact"],
    language: given("language"),
  };
}
