import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { ChangeMember, ClaimPrincipal, RemoveMember } from "../../../api/generated/rules.ts";
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
  /** The id of the person who views the page. */
  readonly viewer: string;
  /** Whether a claim of the company's name is open. */
  readonly claimed: boolean;
  /** Loads the members again and shows a message about the action. */
  readonly onDone: (what: string) => Promise<void>;
  /** Called when the person's own role has changed. */
  readonly onSelf: (now: "left" | "role") => Promise<void>;
}

/** A member with the actions that an owner can take. For an impossible action, the reason is shown. */
export function MemberCard({ member, all, company, viewer, claimed, onDone, onSelf }: Props) {
  const t = useText(texts);
  const role = useText(ofAccount);
  const [open, setOpen] = useState<"role" | "handOver" | "claim" | "remove">();
  const { name, memberId } = member;
  const self = memberId === viewer;
  const { stays, handOver, claim } = may(member, all, viewer);
  const owner = member.role === "OWNER";
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
      {!member.suspended && (open === undefined || (open === "remove" && !owner)) && (
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
          {claim && !claimed && (
            <button type="button" class="usa-button usa-button--outline" onClick={() => setOpen("claim")}>
              {t("claim")}
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
      {open === "claim" && <Claim company={company} onDone={done} onCancel={close} />}
      {open === "remove" && (
        <Removal
          {...(self
            ? { heading: t("leaveHeading", { company }), about: t("leaveAbout"), confirm: t("leaveConfirm") }
            : { heading: t("removeHeading", { name }), about: t("removeAbout", { name }), confirm: t("remove") })}
          memberId={memberId}
          owner={owner}
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
  // Making an owner, or an owner something else, asks for the password.
  const asks = (wanted: string) => wanted !== now && (wanted === "OWNER" || now === "OWNER");
  const form = useForm({
    id: `role-${memberId}`,
    rules: ChangeMember,
    fields: { role: { label: t("role"), required: true }, password: { label: t("password"), required: true } },
    fieldOf: { PASSWORD_WRONG: "password" },
    initial: { role: now },
    send: async (values) => {
      const { role: given } = await body(
        api.PATCH("/v1/account/members/{memberId}", {
          params: { path: { memberId } },
          body: { role: values.role as Member["role"], ...(asks(values.role) ? { password: values.password } : {}) },
        }),
      );
      await onDone(t("changed", { name, role: role(given) }));
    },
  });
  return (
    <Form opened form={form} submit={t("save")} beside={<Cancel onCancel={onCancel} />}>
      <RadioField form={form} name="role" choices={useRoles()} />
      {asks(form.values.role) && <PasswordField form={form} name="password" autocomplete="current-password" />}
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

function Claim({ company, onDone, onCancel }: Omit<StepProps, "member"> & { company: string }) {
  const t = useText(texts);
  const form = useForm({
    id: "claim-principal",
    rules: ClaimPrincipal,
    fields: { password: { label: t("password"), required: true } },
    fieldOf: { PASSWORD_WRONG: "password" },
    send: async ({ password }) => {
      await api.POST("/v1/account/principal-claim", { body: { password } });
      await onDone(t("claimedDone"));
    },
  });
  return (
    <Form opened form={form} submit={t("claim")} beside={<Cancel onCancel={onCancel} />}>
      <p>{t("claimAbout", { company })}</p>
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}

interface RemovalProps {
  readonly memberId: string;
  readonly owner: boolean;
  readonly heading: string;
  readonly about: string;
  readonly confirm: string;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks before a member is removed; before an owner is, for the password. */
function Removal({ owner, ...props }: RemovalProps) {
  return owner ? <RemoveOwner {...props} /> : <Remove {...props} />;
}

const removed = (memberId: string, password?: string) =>
  api.POST("/v1/account/members/{memberId}/removal", {
    params: { path: { memberId } },
    body: password === undefined ? {} : { password },
  });

function RemoveOwner({ memberId, heading, about, confirm, onDone, onCancel }: Omit<RemovalProps, "owner">) {
  const t = useText(texts);
  const form = useForm({
    id: `remove-${memberId}`,
    rules: RemoveMember,
    fields: { password: { label: t("password"), required: true } },
    fieldOf: { PASSWORD_WRONG: "password" },
    send: async ({ password }) => {
      await removed(memberId, password);
      await onDone();
    },
  });
  return (
    <Form opened form={form} submit={confirm} beside={<Cancel onCancel={onCancel} />}>
      <h4>{heading}</h4>
      <p>{about}</p>
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}

function Remove({ memberId, heading, about, confirm, onDone, onCancel }: Omit<RemovalProps, "owner">) {
  const { run, busy, error } = useCommand();
  return (
    <Dialog
      heading={heading}
      confirm={confirm}
      danger
      busy={busy}
      onConfirm={() =>
        void run(async () => {
          await removed(memberId);
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
