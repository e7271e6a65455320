import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import { UpdateContact } from "../../../api/generated/rules.ts";
import type { Load } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { type ContactField, contactRequest, contactSpecs, contactValues } from "../../../contact/contact.ts";
import { ContactFields } from "../../../contact/fields.tsx";
import { texts as ofContact } from "../../../contact/texts.ts";
import { TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { phone } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { texts } from "./texts.ts";

type Account = Schemas["Account"];
type Field = ContactField | "companyPhone";

function valuesOf({ phone: own, contact }: Account): Record<Field, string> {
  return { companyPhone: phone(own), ...contactValues(contact) };
}

export function ContactForm({ account, load }: { account: Account; load: Load<Account> }) {
  const t = useText(texts);
  const ofPerson = useText(ofContact);
  const [saved, setSaved] = useState(false);
  const company = t(account.holder === "person" ? "homePhone" : "companyPhone");
  const form = useForm<Field>({
    // The id contains the account, so that the next person who signs in here does not see the values.
    id: `contact-${account.accountId}`,
    rules: UpdateContact,
    fields: {
      companyPhone: { label: company, errors: { INVALID: ofPerson("phoneInvalid", { label: company }) } },
      ...contactSpecs(ofPerson),
    },
    initial: valuesOf(account),
    send: async (values) => {
      setSaved(false);
      try {
        load.show(
          await body(
            api.PUT("/v1/account/contact", {
              params: { header: { "If-Match": etag(account.version) } },
              body: { companyPhone: values.companyPhone, ...contactRequest(values) },
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
  return (
    <>
      {saved && (
        <Alert kind="success" focus>
          {t("saved")}
        </Alert>
      )}
      <Form form={form} submit={t("save")} errors={{ CHANGED_MEANWHILE: <Newer account={account} form={form} /> }}>
        <TextField form={form} name="companyPhone" type="tel" autocomplete="work tel" width="phone" />
        <ContactFields form={form} languages={useStore(city)?.languages ?? []} />
      </Form>
    </>
  );
}

/** Shows the values that another person has saved, for the fields that have other values here. */
function Newer({ account, form }: { account: Account; form: ReturnType<typeof useForm<Field>> }) {
  const t = useText(texts);
  const saved = valuesOf(account);
  const others = (Object.keys(saved) as Field[]).filter((name) => saved[name] !== form.values[name]);
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
