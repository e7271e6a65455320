import { useState } from "preact/hooks";
import { api, etag } from "../../../api/client.ts";
import { LinkDecision } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { SelectField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { cityText, dateTime } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Facts } from "../../../ui/facts.tsx";
import { Link } from "../../../ui/link.tsx";
import type { Outcome } from "../outcome.tsx";
import { Cancel, Reason } from "../reason.tsx";
import { texts } from "./texts.ts";

type Request = Schemas["StaffLinkRequest"];
type Decision = Schemas["LinkDecision"];

interface Props {
  readonly request: Request;
  readonly run: Outcome["run"];
}

/** A request to become a party of a permit, with its reason. Staff approve or refuse it. */
export function LinkRequest({ request, run }: Props) {
  const t = useText(texts);
  const portal = useStore(city);
  const [open, setOpen] = useState<"approve" | "refuse">();
  const { permitNumber: permit, accountName: account, permitId, accountId } = request;
  const roles = (portal?.partyRoles ?? []).map(({ key, label }) => ({ value: key, label: cityText(label) }));
  const asked = roles.find(({ value }) => value === request.role)?.label ?? request.role;
  const close = () => setOpen(undefined);

  const decide = (decision: Decision, done: "approved" | "refused") =>
    run({
      send: () =>
        api.POST("/v1/staff/permits/{permitId}/link-requests/{accountId}/decision", {
          params: { path: { permitId, accountId }, header: { "If-Match": etag(request.version) } },
          body: decision,
        }),
      done: t(done, { account, permit }),
      close,
    });

  /**
   * Returns a text about the decision on an earlier request: the decision, its date, the member of staff and the
   * reason.
   */
  const decided = ({ state, decidedAt, decidedBy, answer }: Schemas["EarlierLinkDecision"]) =>
    t(state === "APPROVED" ? "earlierAPPROVED" : "earlierREFUSED", {
      date: dateTime(decidedAt, portal?.timeZone),
      staff: decidedBy ?? t("unrecorded"),
      answer: answer ?? "",
    });

  const id = `${permitId}-${accountId}`;
  return (
    <li class="card">
      <h2>{t("permit", { number: permit, address: request.address })}</h2>
      <Facts
        of={[
          [
            t("account"),
            <>
              <Link to={`/staff/accounts/${accountId}`}>{account}</Link> ({request.accountNumber})
            </>,
          ],
          [t("asks"), asked],
          [t("why"), request.reason],
          [t("since"), dateTime(request.requestedAt, portal?.timeZone)],
          [t("earlier"), request.earlier && decided(request.earlier)],
        ]}
      />
      {!open && (
        <div class="card-actions">
          <button
            type="button"
            class="usa-button"
            aria-label={t("approveNamed", { account, permit })}
            onClick={() => setOpen("approve")}
          >
            {t("approve")}
          </button>
          <button
            type="button"
            class="usa-button usa-button--outline"
            aria-label={t("refuseNamed", { account, permit })}
            onClick={() => setOpen("refuse")}
          >
            {t("refuse")}
          </button>
        </div>
      )}
      {open === "approve" && (
        <Approve
          id={`approve-${id}`}
          roles={roles}
          asked={{ value: request.role, label: asked }}
          approve={(role) => decide({ decision: "APPROVE", role }, "approved")}
          onCancel={close}
        />
      )}
      {open === "refuse" && (
        <Reason
          id={`refuse-${id}`}
          rules={LinkDecision}
          hint={t("refuseHint")}
          submit={t("refuse")}
          send={(reason) => decide({ decision: "REFUSE", reason }, "refused")}
          onCancel={close}
        />
      )}
    </li>
  );
}

interface ApproveProps {
  readonly id: string;
  readonly roles: readonly { readonly value: string; readonly label: string }[];
  readonly asked: { readonly value: string; readonly label: string };
  readonly approve: (role: string) => Promise<void>;
  readonly onCancel: () => void;
}

function Approve({ id, roles, asked, approve, onCancel }: ApproveProps) {
  const t = useText(texts);
  const form = useForm({
    id,
    rules: LinkDecision,
    fields: { role: { label: t("role"), hint: t("roleHint", { role: asked.label }), required: true } },
    initial: { role: asked.value },
    send: ({ role }) => approve(role),
  });
  return (
    <Form opened form={form} submit={t("approve")} beside={<Cancel onCancel={onCancel} />}>
      <SelectField form={form} name="role" choices={roles} />
    </Form>
  );
}
