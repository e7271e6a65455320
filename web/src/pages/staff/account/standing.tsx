import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { SuspensionReason } from "../../../api/generated/rules.ts";
import type { Schemas } from "../../../api/types.ts";
import { useText } from "../../../i18n/messages.ts";
import type { Outcome } from "../outcome.tsx";
import { Reason } from "../reason.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly account: Schemas["ReviewedAccount"];
  readonly run: Outcome["run"];
}

/** Suspends an active account, or reinstates a suspended account. */
export function Standing({ account: { accountId, status }, run }: Props) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  if (status === "CLOSED") {
    return null;
  }
  const active = status === "ACTIVE";
  const label = t(active ? "suspend" : "reinstate");

  const close = () => setOpen(false);

  function send(reason: string): Promise<unknown> {
    const request = { params: { path: { accountId } }, body: { reason } };
    return active
      ? api.POST("/v1/staff/accounts/{accountId}/suspension", request)
      : api.POST("/v1/staff/accounts/{accountId}/reinstatement", request);
  }

  return (
    <section>
      <h2>{t("suspendTitle")}</h2>
      <p>{t("suspendAbout")}</p>
      {open ? (
        <Reason
          id={`standing-${accountId}`}
          rules={SuspensionReason}
          hint={t("reasonHint")}
          submit={label}
          send={(reason) => run({ send: () => send(reason), done: t(active ? "suspended" : "reinstated"), close })}
          onCancel={close}
        />
      ) : (
        <button type="button" class="usa-button usa-button--outline" onClick={() => setOpen(true)}>
          {label}
        </button>
      )}
    </section>
  );
}
