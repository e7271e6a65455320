import { useState } from "preact/hooks";
import { api, etag } from "../../../api/client.ts";
import { VerificationDecision } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { date } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { type License, LicenseFacts, nameOf, StatusTag } from "../../account/licenses/license.tsx";
import { texts as ofLicenses } from "../../account/licenses/texts.ts";
import type { Outcome } from "../outcome.tsx";
import { Reason } from "../reason.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly account: Schemas["ReviewedAccount"];
  readonly run: Outcome["run"];
}

export function Licenses({ account, run }: Props) {
  const t = useText(texts);
  if (account.licenses.length === 0) {
    return <p>{t("none")}</p>;
  }
  return (
    <ul class="cards">
      {account.licenses.map((license) => (
        <OneLicense
          key={license.licenseId}
          accountId={account.accountId}
          license={license}
          open={account.status !== "CLOSED"}
          run={run}
        />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly accountId: string;
  readonly license: License;
  /** Whether staff can decide the license. They cannot if the account is closed. */
  readonly open: boolean;
  readonly run: Outcome["run"];
}

/** A license with its status and the possible decisions. Staff cannot repeat the present decision. */
function OneLicense({ accountId, license, open, run }: OneProps) {
  const t = useText(texts);
  const names = useText(ofLicenses);
  const zone = useStore(city)?.timeZone;
  const verify = useCommand();
  const [rejecting, setRejecting] = useState(false);
  const { licenseId, version, status } = license;
  const name = nameOf(names, license);

  const close = () => setRejecting(false);

  const decide = (decision: Schemas["VerificationDecision"], done: "verified" | "rejected") =>
    run({
      send: () =>
        api.POST("/v1/staff/accounts/{accountId}/licenses/{licenseId}/decision", {
          params: { path: { accountId, licenseId }, header: { "If-Match": etag(version) } },
          body: decision,
        }),
      done: t(done, { name }),
      close,
    });

  return (
    <li class="card">
      <h3>
        {names(license.kind)} <StatusTag status={status} />
      </h3>
      <LicenseFacts license={license} />
      <p class="usa-hint">
        {status === "UNVERIFIED"
          ? t("waiting", { date: date(license.waitingSince, zone) })
          : license.decidedAt && t("decided", { date: date(license.decidedAt, zone) })}
      </p>
      {license.reason && <p>{t("rejectedFor", { reason: license.reason })}</p>}
      {verify.error && <ErrorAlert error={verify.error} />}
      {rejecting ? (
        <Reason
          id={`reject-${licenseId}`}
          rules={VerificationDecision}
          hint={t("rejectHint")}
          submit={t("reject")}
          send={(reason) => decide({ decision: "REJECT", reason }, "rejected")}
          onCancel={close}
        />
      ) : (
        open && (
          <div class="card-actions">
            {(status === "UNVERIFIED" || status === "REJECTED") && (
              <button
                type="button"
                class="usa-button"
                aria-label={t("verifyNamed", { name })}
                aria-disabled={verify.busy}
                onClick={() => void verify.run(() => decide({ decision: "VERIFY" }, "verified"))}
              >
                {t("verify")}
              </button>
            )}
            {status !== "REJECTED" && status !== "EXPIRED" && (
              <button
                type="button"
                class="usa-button usa-button--outline"
                aria-label={t("rejectNamed", { name })}
                onClick={() => setRejecting(true)}
              >
                {t("reject")}
              </button>
            )}
          </div>
        )
      )}
    </li>
  );
}
