import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
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
import { Reason } from "../reason.tsx";
import { texts as ofStaff } from "../texts.ts";
import type { Said } from "./page.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly account: Schemas["ReviewedAccount"];
  readonly onDone: (what: Said) => Promise<void>;
}

export function Licenses({ account, onDone }: Props) {
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
          onDone={onDone}
        />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly accountId: string;
  readonly license: License;
  /** Whether it can be decided: not where the account is closed. */
  readonly open: boolean;
  readonly onDone: (what: Said) => Promise<void>;
}

/** A license as it stands; what it already is can't be decided again. */
function OneLicense({ accountId, license, open, onDone }: OneProps) {
  const t = useText(texts);
  const names = useText(ofLicenses);
  const staff = useText(ofStaff);
  const zone = useStore(city)?.timeZone;
  const { run, busy, error } = useCommand();
  const [rejecting, setRejecting] = useState(false);
  const { licenseId, version, status } = license;
  const name = nameOf(names, license);

  async function decide(decision: Schemas["VerificationDecision"], done: "verified" | "rejected"): Promise<void> {
    try {
      await api.POST("/v1/staff/accounts/{accountId}/licenses/{licenseId}/decision", {
        params: { path: { accountId, licenseId }, header: { "If-Match": etag(version) } },
        body: decision,
      });
    } catch (e) {
      if (e instanceof ApiError && e.code === "CHANGED_MEANWHILE") {
        setRejecting(false);
        await onDone({ kind: "warning", what: staff("faster") });
        return;
      }
      throw e;
    }
    setRejecting(false);
    await onDone({ kind: "success", what: t(done, { name }) });
  }

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
      {error && <ErrorAlert error={error} />}
      {rejecting ? (
        <Reason
          id={`reject-${licenseId}`}
          rules={VerificationDecision}
          hint={t("rejectHint")}
          submit={t("reject")}
          send={(reason) => decide({ decision: "REJECT", reason }, "rejected")}
          onCancel={() => setRejecting(false)}
        />
      ) : (
        open && (
          <div class="card-actions">
            {(status === "UNVERIFIED" || status === "REJECTED") && (
              <button
                type="button"
                class="usa-button"
                aria-label={t("verifyNamed", { name })}
                aria-disabled={busy}
                onClick={() => void run(() => decide({ decision: "VERIFY" }, "verified"))}
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
