import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { texts as ofContact } from "../../../contact/texts.ts";
import { cityText, date, phone } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Facts } from "../../../ui/facts.tsx";
import { AccountPage, OfAccount, ReadOnly } from "../frame.tsx";
import { texts as ofAccount } from "../texts.ts";
import { ContactForm } from "./contact.tsx";
import { texts } from "./texts.ts";

export default function Profile() {
  const t = useText(texts);
  return (
    <AccountPage page="profile">
      <OfAccount>
        {(account, load) => (
          <>
            <h2>{t("about")}</h2>
            <About account={account} />
            <h2>{t("contact")}</h2>
            {account.role === "READ_ONLY" ? (
              <>
                <ReadOnly role={account.role} />
                <Contact account={account} />
              </>
            ) : (
              <ContactForm account={account} load={load} />
            )}
          </>
        )}
      </OfAccount>
    </AccountPage>
  );
}

function About({ account }: { account: Schemas["Account"] }) {
  const t = useText(texts);
  const role = useText(ofAccount);
  const portal = useStore(city);
  const type = portal?.accountTypes.find(({ key }) => key === account.accountType);
  const zone = portal?.timeZone;
  return (
    <Facts
      of={[
        [
          t("name"),
          <>
            {account.name}
            <br />
            <span class="usa-hint">{t("nameAbout")}</span>
          </>,
        ],
        [t("number"), account.number],
        [t("type"), type ? cityText(type.label) : account.accountType],
        [t("email"), account.email],
        [t("role"), role(account.role)],
        [t("listed"), t(account.listed ? "yes" : "no")],
        [t("since"), date(account.createdAt, zone)],
        [t("terms"), t("termsValue", { version: account.termsVersion, date: date(account.termsAcceptedAt, zone) })],
      ]}
    />
  );
}

function Contact({ account: { contact, phone: own } }: { account: Schemas["Account"] }) {
  const t = useText(texts);
  const person = useText(ofContact);
  const { line1, line2, city: town, state, zip } = contact.address;
  return (
    <Facts
      of={[
        [t("companyPhone"), phone(own)],
        [t("name"), `${contact.firstName} ${contact.lastName}`],
        [person("line1"), `${[line1, line2, town].filter(Boolean).join(", ")}, ${state} ${zip}`],
        [person("phone"), phone(contact.phone)],
        [person("mobile"), contact.mobile && phone(contact.mobile)],
        [person("preferred"), person(contact.preferredContact)],
      ]}
    />
  );
}
