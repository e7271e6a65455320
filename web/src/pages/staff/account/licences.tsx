import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, etag } from "../../../api/client.ts";
import { VerificationDecision } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { date } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../i18n/store.ts";
import { ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { type Licence, LicenceFacts, nameOf, StatusTag } from "../../account/licences/licence.tsx";
import { texts as ofLicences } from "../../account/licences/texts.ts";
import { Reason } from "../reason.tsx";
import { texts as ofStaff } from "../texts.ts";
import type { Said } from "./page.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly account: Schemas["ReviewedAccount"];
  readonly onDone: (what: Said) => Promise<void>;
}

export function Licences({ account, onDone }: Props) {
  const t = useText(texts);
  if (account.licences.length === 0) {
    return <p>{t("none")}</p>;
  }
  return (
    <ul class="cards">
      {account.licences.map((licence) => (
        <OneLicence
          key={licence.licenceId}
          accountId={account.accountId}
          licence={licence}
          open={account.status !== "CLOSED"}
          onDone={onDone}
        />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly accountId: string;
  readonly licence: Licence;
  /** Whether it can be decided: not where the account is closed. */
  readonly open: boolean;
  readonly onDone: (what: Said) => Promise<void>;
}

/** A licence as it stands; what it already is can't be decided again. */
function OneLicence({ accountId, licence, open, onDone }: OneProps) {
  const t = useText(texts);
  const names = useText(ofLicences);
  const staff = useText(ofStaff);
  const zone = useStore(city)?.timeZone;
  const { run, busy, error } = useCommand();
  const [rejecting, setRejecting] = useState(false);
  const { licenceId, version, status } = licence;
  const name = nameOf(names, licence);

  async function decide(decision: Schemas["VerificationDecision"], done: "verified" | "rejected"): Promise<void> {
    try {
      await api.POST("/v1/staff/accounts/{accountId}/licences/{licenceId}/decision", {
        params: { path: { accountId, licenceId }, header: { "If-Match": etag(version) } },
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
        {names(licence.kind)} <StatusTag status={status} />
      </h3>
      <LicenceFacts licence={licence} />
      <p class="usa-hint">
        {status === "UNVERIFIED"
          ? t("waiting", { date: date(licence.waitingSince, zone) })
          : licence.decidedAt && t("decided", { date: date(licence.decidedAt, zone) })}
      </p>
      {licence.reason && <p>{t("rejectedFor", { reason: licence.reason })}</p>}
      {error && <ErrorAlert error={error} />}
      {rejecting ? (
        <Reason
          id={`reject-${licenceId}`}
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
