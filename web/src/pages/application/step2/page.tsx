import { useLocation } from "preact-iso";
import en from "../../../../../messages/en/web/pages/application/step2.json";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import * as rules from "../../../api/generated/rules.ts";
import type { Portal } from "../../../api/types.ts";
import { type ContactField, contactRequest, contactSpecs, contactValues } from "../../../contact/contact.ts";
import { ContactFields } from "../../../contact/fields.tsx";
import { texts as ofContact } from "../../../contact/texts.ts";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { phone } from "../../../i18n/format.ts";
import { language } from "../../../i18n/language.ts";
import { messages, useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import { load, type Registration, show } from "../draft.ts";
import { texts as ofWizard, useEnds, Wizard } from "../wizard.tsx";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/application/step2.json", "!./en/**"], { base: "../../../../../messages" }),
);

export default function StepTwo() {
  return <Wizard step={2}>{(draft, city) => <Contact key={draft.draftId} draft={draft} city={city} />}</Wizard>;
}

/** The contact. Values from step 1 are filled in. */
function Contact({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const { route } = useLocation();
  const form = useForm<ContactField>({
    id: "contact",
    rules: rules.SaveContact,
    initial: draft.contact ? contactValues(draft.contact) : told(draft, city),
    upon: { id: draft.draftId, version: draft.version },
    fields: contactSpecs(useText(ofContact)),
    send: async (values) => {
      try {
        show(
          await body(
            api.PUT("/v1/registrations/{draftId}/contact", {
              params: { path: { draftId: draft.draftId }, header: { "If-Match": etag(draft.version) } },
              body: contactRequest(values),
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
  return (
    <Form
      form={form}
      errors={useEnds()}
      submit={wizard("nextStep")}
      beside={<Link to="/application/step-1">{wizard("back")}</Link>}
    >
      <p>{t("about")}</p>
      <ContactFields form={form} languages={city.languages} />
    </Form>
  );
}

function told({ company }: Registration, city: Portal): Partial<Record<ContactField, string>> {
  // A person is most likely their own contact. If the name has more than two words, the last name is unknown.
  const [, first, last] = (company?.holder === "person" && /^(\S+)\s+(\S+)$/.exec(company.name)) || [];
  return {
    firstName: first ?? "",
    lastName: last ?? "",
    phone: phone(company?.phone ?? ""),
    preferredContact: "EMAIL",
    language: city.languages.includes(language.get()) ? language.get() : "",
  };
}
