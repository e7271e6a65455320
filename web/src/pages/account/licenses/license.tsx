import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { date } from "../../../i18n/format.ts";
import { type Text, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Facts } from "../../../ui/facts.tsx";
import { daysUntil } from "./asked.ts";
import { texts } from "./texts.ts";

export type License = Schemas["AccountLicense"];

const LOOKS: Record<License["status"], string> = {
  UNVERIFIED: "tag-wait",
  VERIFIED: "tag-good",
  REJECTED: "tag-bad",
  EXPIRING: "tag-wait",
  EXPIRED: "tag-bad",
};

/** A license's status, as a word on a color. */
export function StatusTag({ status }: { status: License["status"] }) {
  const t = useText(texts);
  return <span class={`usa-tag tag ${LOOKS[status]}`}>{t(status)}</span>;
}

/** Returns a license's name for buttons and questions, such as "License 12345". */
export function nameOf(t: Text<"LICENSE" | "LIABILITY" | "WORKERS_COMP" | "IDENTITY">, { kind, number }: License) {
  return [t(kind), number].filter(Boolean).join(" ");
}

/** A license's number, dates and decision. */
export function LicenseFacts({ license }: { license: License }) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone ?? "UTC";
  const { kind, expires } = license;
  return (
    <Facts
      of={[
        [t("class"), license.class],
        [t(kind === "LICENSE" ? "number" : "policy"), license.number],
        [t("state"), license.state],
        [t("issued"), license.issued && date(license.issued)],
        [t("expires"), expires && lastDay(t, expires, zone)],
      ]}
    />
  );
}

/** If a license expires within this number of days, the page shows the remaining days. */
const SOON = 90;

function lastDay(t: Text<"expiresToday" | "expiresTomorrow" | "expiresValue">, expires: string, zone: string): string {
  const days = daysUntil(expires, zone);
  if (days < 0 || days > SOON) {
    return date(expires);
  }
  const text = days === 0 ? "expiresToday" : days === 1 ? "expiresTomorrow" : "expiresValue";
  return t(text, { date: date(expires), days });
}

/** The actions that the license's holder can take now. */
export function WhatNow({ license }: { license: License }) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone;
  if (license.superseded) {
    return <p>{t("superseded")}</p>;
  }
  switch (license.status) {
    case "UNVERIFIED":
      return <p>{t("waiting", { date: date(license.waitingSince, zone) })}</p>;
    case "REJECTED":
      return (
        <p>
          {license.reason && t("why", { reason: license.reason })} {t("whatNow")}
        </p>
      );
    case "EXPIRING":
    case "EXPIRED":
      return <p>{t("renew")}</p>;
    case "VERIFIED":
      return null;
  }
}
