import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { ChangeMember } from "../../../api/generated/rules.ts";
import type { Schemas } from "../../../api/types.ts";
import { RadioField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { texts as ofAccount } from "../texts.ts";
import { may } from "./may.ts";
import { texts } from "./texts.ts";

type Member = Schemas["Member"];

export const ROLES: readonly Member["role"][] = ["OWNER", "MEMBER", "READ_ONLY"];

interface Props {
  readonly member: Member;
  readonly all: readonly Member[];
  readonly company: string;
  /** Whether this member is the person who views the page. */
  readonly self: boolean;
  /** Loads the members again and shows a message about the action. */
  readonly onDone: (what: string) => Promise<void>;
  /** Called when the person's own role has changed. */
  readonly onSelf: (now: "left" | "role") => Promise<void>;
}

/** A member with the actions that an owner can take. For an impossible action, the reason is shown. */
export function MemberCard({ member, all, company, self, onDone, onSelf }: Props) {
  const t = useText(texts);
  const role = useText(ofAccount);
  const [open, setOpen] = useState<"role" | "handOver" | "remove">();
  const { name, memberId } = member;
  const { stays, handOver } = may(member, all);
  const close = () => setOpen(undefined);
  const done = async (what: string) => {
    close();
    await onDone(what);
  };
  return (
    <li class="card">
      <h3>
        {name} {self && <>({t("you")})</>}{" "}
        {member.suspended && <span class="usa-tag tag tag-bad">{t("suspended")}</span>}
      </h3>
      <p>{member.email}</p>
      <p>
        {t("role")}: {role(member.role)}
        {member.principal && <> · {t("principal", { company })}</>}
      </p>
      {stays && <p class="usa-hint">{t(stays)}</p>}
      {!member.suspended && open !== "role" && open !== "handOver" && (
        <div class="card-actions">
          {!stays && (
            <button
              type="button"
              class="usa-button usa-button--outline"
              aria-label={t("changeNamed", { name })}
              onClick={() => setOpen("role")}
            >
              {t("change")}
            </button>
          )}
          {handOver && (
            <button
              type="button"
              class="usa-button usa-button--outline"
              aria-label={t("handOverNamed", { name })}
              onClick={() => setOpen("handOver")}
            >
              {t("handOver")}
            </button>
          )}
          {!stays && (
            <button
              type="button"
              class="usa-button usa-button--unstyled"
              aria-label={self ? undefined : t("removeNamed", { name })}
              onClick={() => setOpen("remove")}
            >
              {self ? t("leave") : t("remove")}
            </button>
          )}
        </div>
      )}
      {open === "role" && (
        <Role member={member} onDone={(what) => (self ? onSelf("role") : done(what))} onCancel={close} />
      )}
      {open === "handOver" && <HandOver member={member} company={company} onDone={done} onCancel={close} />}
      {open === "remove" && (
        <Remove
          {...(self
            ? { heading: t("leaveHeading", { company }), about: t("leaveAbout"), confirm: t("leaveConfirm") }
            : { heading: t("removeHeading", { name }), about: t("removeAbout", { name }), confirm: t("remove") })}
          remove={() => api.DELETE("/v1/account/members/{memberId}", { params: { path: { memberId } } })}
          onDone={() => (self ? onSelf("left") : done(t("removed", { name })))}
          onCancel={close}
        />
      )}
    </li>
  );
}

interface StepProps {
  readonly member: Member;
  readonly onDone: (what: string) => Promise<void>;
  readonly onCancel: () => void;
}

function Role({ member: { memberId, name, role: now }, onDone, onCancel }: StepProps) {
  const t = useText(texts);
  const role = useText(ofAccount);
  const form = useForm({
    id: `role-${memberId}`,
    rules: ChangeMember,
    fields: { role: { label: t("role"), required: true } },
    initial: { role: now },
    send: async (values) => {
      const { role: given } = await body(
        api.PATCH("/v1/account/members/{memberId}", {
          params: { path: { memberId } },
          body: { role: values.role as Member["role"] },
        }),
      );
      await onDone(t("changed", { name, role: role(given) }));
    },
  });
  return (
    <Form opened form={form} submit={t("save")} beside={<Cancel onCancel={onCancel} />}>
      <RadioField form={form} name="role" choices={useRoles()} />
    </Form>
  );
}

function HandOver({ member: { memberId, name }, company, onDone, onCancel }: StepProps & { company: string }) {
  const t = useText(texts);
  const form = useForm({
    id: `hand-over-${memberId}`,
    rules: ChangeMember,
    fields: { password: { label: t("password"), required: true } },
    fieldOf: { PASSWORD_WRONG: "password" },
    send: async ({ password }) => {
      await api.PATCH("/v1/account/members/{memberId}", {
        params: { path: { memberId } },
        body: { principal: true, password },
      });
      await onDone(t("handedOver", { name }));
    },
  });
  return (
    <Form opened form={form} submit={t("handOver")} beside={<Cancel onCancel={onCancel} />}>
      <p>{t("handOverAbout", { name, company })}</p>
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}

interface RemoveProps {
  readonly heading: string;
  readonly about: string;
  readonly confirm: string;
  readonly remove: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

function Remove({ heading, about, confirm, remove, onDone, onCancel }: RemoveProps) {
  const { run, busy, error } = useCommand();
  return (
    <Dialog
      heading={heading}
      confirm={confirm}
      danger
      busy={busy}
      onConfirm={() =>
        void run(async () => {
          await remove();
          await onDone();
        })
      }
      onClose={onCancel}
    >
      <p>{about}</p>
      {error && <ErrorAlert error={error} />}
    </Dialog>
  );
}

export function Cancel({ onCancel }: { onCancel: () => void }) {
  const t = useText(texts);
  return (
    <button type="button" class="usa-button usa-button--unstyled" onClick={onCancel}>
      {t("cancel")}
    </button>
  );
}

/** Returns the roles to choose from, each with a description of its rights. */
export function useRoles() {
  const role = useText(ofAccount);
  return ROLES.map((value) => ({ value, label: role(value), hint: role(`${value}about`) }));
}
