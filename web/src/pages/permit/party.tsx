import { api, body } from "../../api/client.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { date, phone } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { Details, Standing } from "../../permits/details.tsx";
import { roleLabel } from "../../permits/words.ts";
import { useStore } from "../../state/store.ts";
import { Alert } from "../../ui/alert.tsx";
import { Documents } from "./documents.tsx";
import { Sending } from "./sending.tsx";
import { texts } from "./texts.ts";
import { Timeline } from "./timeline.tsx";

type Opened = Schemas["OpenedPermit"];

interface Props {
  readonly opened: Opened;
  readonly show: (opened: Opened) => void;
}

/** A permit as its parties see it. */
export function PartyView({ opened, show }: Props) {
  const t = useText(texts);
  const office = useStore(city)?.contact;
  const { permit } = opened.details;
  const { permitId } = permit;

  async function again(): Promise<Opened> {
    const anew = await body(api.GET("/v1/account/permits/{permitId}", { params: { path: { permitId } } }));
    show(anew);
    return anew;
  }

  return (
    <>
      <Standing details={opened.details} yours={permit.nextMove === "APPLICANT"} />
      {opened.feesDue && (
        <Alert kind="warning">
          {t("feesDue")} {office && <a href={`tel:${office.phone.replace(/[^+\d]/g, "")}`}>{phone(office.phone)}</a>}
        </Alert>
      )}
      <Documents permitId={permitId} documents={opened.documents} again={again} />
      <Sending permitId={permitId} opened={opened} again={again} />
      <Details details={opened.details} />
      <Parties parties={opened.parties} />
      <Timeline permitId={permitId} opened={opened} />
    </>
  );
}

function Parties({ parties }: { parties: Opened["parties"] }) {
  const t = useText(texts);
  return (
    <section>
      <h2>{t("parties")}</h2>
      <table class="usa-table usa-table--borderless usa-table--stacked">
        <thead>
          <tr>
            <th scope="col">{t("partyName")}</th>
            <th scope="col">{t("partyRole")}</th>
            <th scope="col">{t("partySince")}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map(({ name, role, since, you }) => (
            <tr key={name + role}>
              <th scope="row" data-label={t("partyName")}>
                {name} {you && t("you")}
              </th>
              <td data-label={t("partyRole")}>{roleLabel(role)}</td>
              <td data-label={t("partySince")}>{date(since, city.get()?.timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
