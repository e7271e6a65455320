import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { date } from "../../../i18n/format.ts";
import { type Text, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../i18n/store.ts";
import { Facts } from "../../../ui/facts.tsx";
import { daysUntil } from "./asked.ts";
import { texts } from "./texts.ts";

export type Licence = Schemas["AccountLicence"];

const LOOKS: Record<Licence["status"], string> = {
  UNVERIFIED: "tag-wait",
  VERIFIED: "tag-good",
  REJECTED: "tag-bad",
  EXPIRING: "tag-wait",
  EXPIRED: "tag-bad",
};

/** How a licence stands, as a word on a colour. */
export function StatusTag({ status }: { status: Licence["status"] }) {
  const t = useText(texts);
  return <span class={`usa-tag tag ${LOOKS[status]}`}>{t(status)}</span>;
}

/** "License 12345": what buttons and questions call it. */
export function nameOf(t: Text<"LICENCE" | "LIABILITY" | "WORKERS_COMP" | "IDENTITY">, { kind, number }: Licence) {
  return [t(kind), number].filter(Boolean).join(" ");
}

/** A licence's number, days and what was decided about it. */
export function LicenceFacts({ licence }: { licence: Licence }) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone ?? "UTC";
  const { kind, expires } = licence;
  return (
    <Facts
      of={[
        [t("class"), licence.class],
        [t(kind === "LICENCE" ? "number" : "policy"), licence.number],
        [t("state"), licence.state],
        [t("issued"), licence.issued && date(licence.issued)],
        [t("expires"), expires && lastDay(t, expires, zone)],
      ]}
    />
  );
}

/** Nearer than this, the days that are left are counted. */
const SOON = 90;

function lastDay(t: Text<"expiresToday" | "expiresTomorrow" | "expiresValue">, expires: string, zone: string): string {
  const days = daysUntil(expires, zone);
  if (days < 0 || days > SOON) {
    return date(expires);
  }
  const text = days === 0 ? "expiresToday" : days === 1 ? "expiresTomorrow" : "expiresValue";
  return t(text, { date: date(expires), days });
}

/** What its holder can do about it now. */
export function WhatNow({ licence }: { licence: Licence }) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone;
  if (licence.superseded) {
    return <p>{t("superseded")}</p>;
  }
  switch (licence.status) {
    case "UNVERIFIED":
      return <p>{t("waiting", { date: date(licence.waitingSince, zone) })}</p>;
    case "REJECTED":
      return (
        <p>
          {licence.reason && t("why", { reason: licence.reason })} {t("whatNow")}
        </p>
      );
    case "EXPIRING":
    case "EXPIRED":
      return <p>{t("renew")}</p>;
    case "VERIFIED":
      return null;
  }
}
