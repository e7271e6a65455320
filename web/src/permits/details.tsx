import type { ComponentChildren } from "preact";
import type { Schemas } from "../api/types.ts";
import { date, dollars } from "../i18n/format.ts";
import { useText } from "../i18n/messages.ts";
import { Alert } from "../ui/alert.tsx";
import { Link } from "../ui/link.tsx";
import { Recorded, RecordsWord } from "./recorded.tsx";
import { texts } from "./texts.ts";
import { meaning, move, oneLine, statusLabel, typeLabel } from "./words.ts";

interface Props {
  readonly details: Schemas["PermitDetails"];
}

/** Explains the status and the next step. */
export function Standing({ details: { permit }, yours = false }: Props & { yours?: boolean }) {
  const t = useText(texts);
  const { status, statusMapped, dates } = permit;
  return (
    <section class="standing" aria-label={t("status")}>
      <p>
        <span class="status">{statusLabel(status)}</span>{" "}
        {dates.status && <span class="usa-hint">{t("since", { date: date(dates.status) })}</span>}
      </p>
      <p>
        {meaning(status)} {statusMapped === "Permit Finaled with Conditions" && t("conditional")}
      </p>
      <p class={yours ? "move move-yours" : "move"}>{move(permit, yours)}</p>
      {dates.hold && <Alert kind="warning">{t("hold", { date: date(dates.hold) })}</Alert>}
    </section>
  );
}

function word(of: string | undefined): ComponentChildren {
  return of && <RecordsWord>{of}</RecordsWord>;
}

/** Returns the parts that are not empty, side by side. */
function listed(...parts: readonly ComponentChildren[]): ComponentChildren {
  const [first, ...others] = parts.filter(Boolean);
  return others.length === 0 ? first : [first, ...others.map((other) => [" · ", other])];
}

/** All public fields of a permit that have a value. */
export function Details({ details }: Props) {
  const t = useText(texts);
  const { permit, parcel, work, contractor, masterNumber } = details;
  const { dates } = permit;
  const day = (of: string | undefined) => of && date(of);
  const rows: readonly (readonly [name: string, value: ComponentChildren])[] = [
    [t("description"), <Recorded>{permit.description}</Recorded>],
    [t("type"), listed(typeLabel(permit.type), word(work.kind))],
    [t("address"), oneLine(permit.address)],
    [t("parcel"), parcel],
    [t("project"), work.project && <Recorded>{work.project}</Recorded>],
    [t("class"), listed(word(work.permitClass), word(work.workClass))],
    [t("use"), word(work.proposedUse)],
    [t("value"), work.valueCents && dollars(work.valueCents)],
    [t("area"), work.squareFeet && t("squareFeet", { number: work.squareFeet.toLocaleString("en-US") })],
    [t("units"), work.units],
    [t("contractor"), contractor && listed(contractor.name, word(contractor.trade), contractor.license)],
    [t("master"), masterNumber && <Link to={`/permits?q=${encodeURIComponent(masterNumber)}`}>{masterNumber}</Link>],
    [t("applied"), day(dates.applied)],
    [t("issued"), day(dates.issued)],
    [t("completed"), day(dates.completed)],
    [t("certified"), day(dates.certified)],
    [t("expires"), day(dates.expires)],
  ];
  return (
    <section>
      <h2>{t("details")}</h2>
      <dl class="facts">
        {rows.map(
          ([name, value]) =>
            value !== undefined &&
            value !== "" && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
