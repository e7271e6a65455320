import type { ComponentChildren } from "preact";
import type { Portal } from "../../../api/types.ts";
import { texts as ofContact } from "../../../contact/texts.ts";
import { cityText, date, phone, size } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import type { Registration } from "../draft.ts";
import { DAYS, LICENSE } from "../step1/company.ts";
import { texts as ofStep1 } from "../step1/texts.ts";
import { texts } from "./texts.ts";

/** All given values except the secrets. Each section has a link to its step. */
export function Review({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const step1 = useText(ofStep1);
  const person = useText(ofContact);
  const { company, contact, attachments } = draft;
  if (!company || !contact) {
    return null;
  }
  const type = city.accountTypes.find(({ key }) => key === company.accountType);
  const question = city.secretQuestions.find(({ key }) => key === company.question);
  const kind = (key: string) => cityText(city.attachmentKinds.find((each) => each.key === key)?.label ?? { en: key });
  const { line1, line2, city: place, state, zip } = contact.address;
  return (
    <>
      <Part heading={t(company.holder === "person" ? "aPerson" : "a")} edit="/application/step-1?section=name">
        <Line term={t("name")}>{company.name}</Line>
        <Line term={t("holder")}>{t(company.holder)}</Line>
        {city.registration.companyList && <Line term={t("listed")}>{t(company.listed ? "yes" : "no")}</Line>}
      </Part>
      <Part heading={t("b")} edit="/application/step-1?section=type">
        <Line term={t("type")}>{type ? cityText(type.label) : company.accountType}</Line>
      </Part>
      <Part heading={t("c")} edit="/application/step-1?section=contact">
        {LICENSE.map((field) => {
          const value = company.license?.[field];
          return (
            value && (
              <Line key={field} term={step1(`license.${field}`)}>
                {DAYS.includes(field) ? date(value) : value}
              </Line>
            )
          );
        })}
        <Line term={t("email")}>{company.email}</Line>
        <Line term={t("phone")}>{phone(company.phone)}</Line>
      </Part>
      <Part heading={t("d")} edit="/application/step-1?section=password">
        <Line term={t("password")}>{t("passwordSet")}</Line>
        {question && <Line term={t("question")}>{cityText(question.label)}</Line>}
      </Part>
      <Part heading={t("attachments")} edit="/application/step-1?section=attachments">
        {attachments.length === 0 && <Line term={t("attachments")}>{t("noFiles")}</Line>}
        {attachments.map((file) => (
          <Line key={file.fileId} term={kind(file.kind)}>
            {file.name}, {size(file.bytes)} ({t(file.state)})
          </Line>
        ))}
      </Part>
      <Part heading={t("contact")} edit="/application/step-2">
        <Line term={t("person2")}>
          {contact.firstName} {contact.lastName}
        </Line>
        <Line term={t("address")}>
          {line1}
          {line2 && `, ${line2}`}, {place}, {state} {zip}
        </Line>
        <Line term={t("phone")}>{phone(contact.phone)}</Line>
        {contact.mobile && <Line term={t("mobile")}>{phone(contact.mobile)}</Line>}
        <Line term={t("preferred")}>{t(contact.preferredContact)}</Line>
        <Line term={person("language")}>
          {ofContact.has(contact.language) ? person(contact.language) : contact.language}
        </Line>
      </Part>
    </>
  );
}

function Part({ heading, edit, children }: { heading: string; edit: string; children: ComponentChildren }) {
  const t = useText(texts);
  return (
    <section class="review">
      <h2>{heading}</h2>
      <Link to={edit} aria-label={`${t("edit")}: ${heading}`} class="usa-link no-print">
        {t("edit")}
      </Link>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
