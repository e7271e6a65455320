import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { SuspensionReason } from "../../../api/generated/rules.ts";
import type { Schemas } from "../../../api/types.ts";
import { useText } from "../../../i18n/messages.ts";
import { Reason } from "../reason.tsx";
import type { Said } from "./page.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly account: Schemas["ReviewedAccount"];
  readonly onDone: (what: Said) => Promise<void>;
}

/** Suspends an account that is active, reinstates one that is suspended. */
export function Standing({ account: { accountId, status }, onDone }: Props) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  if (status === "CLOSED") {
    return null;
  }
  const active = status === "ACTIVE";
  const label = t(active ? "suspend" : "reinstate");

  async function send(reason: string): Promise<void> {
    const request = { params: { path: { accountId } }, body: { reason } };
    if (active) {
      await api.POST("/v1/staff/accounts/{accountId}/suspension", request);
    } else {
      await api.POST("/v1/staff/accounts/{accountId}/reinstatement", request);
    }
    setOpen(false);
    await onDone({ kind: "success", what: t(active ? "suspended" : "reinstated") });
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
          send={send}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <button type="button" class="usa-button usa-button--outline" onClick={() => setOpen(true)}>
          {label}
        </button>
      )}
    </section>
  );
}
