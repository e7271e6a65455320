import type { Portal } from "../api/types.ts";
import { cityText, phone } from "../i18n/format.ts";
import { useText } from "../i18n/messages.ts";
import { texts } from "./texts.ts";

/** The city's contact details. Shows nothing until they are loaded. */
export function Footer({ contact }: { contact: Portal["contact"] | undefined }) {
  const t = useText(texts);
  if (!contact) {
    return null;
  }
  return (
    <footer class="footer">
      <div class="width">
        <h2>{cityText(contact.office)}</h2>
        <dl>
          <div>
            <dt>{t("phone")}</dt>
            <dd>
              <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{phone(contact.phone)}</a>
            </dd>
          </div>
          <div>
            <dt>{t("email")}</dt>
            <dd>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </dd>
          </div>
          <div>
            <dt>{t("officeHours")}</dt>
            <dd>
              {contact.address.line1}
              {contact.address.line2 && `, ${contact.address.line2}`}, {contact.address.city}, {contact.address.state}{" "}
              {contact.address.zip}
              <br />
              {cityText(contact.hours)}
            </dd>
          </div>
        </dl>
      </div>
    </footer>
  );
}
