import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api } from "../../../api/client.ts";
import { CloseAccount } from "../../../api/generated/rules.ts";
import type { FieldError } from "../../../api/types.ts";
import { CheckboxField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly company: string;
  readonly onClosed: () => void;
}

/** Closes the account permanently. The portal refuses this while the account has open matters, and names them. */
export function Close({ company, onClosed }: Props) {
  const t = useText(texts);
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2>{t("closeTitle")}</h2>
      <p>{t("closeAbout")}</p>
      <ul class="usa-list">
        <li>{t("closeSignIns")}</li>
        <li>{t("closePermits")}</li>
        <li>{t("closeName")}</li>
      </ul>
      {open ? (
        <CloseForm company={company} onClosed={onClosed} onCancel={() => setOpen(false)} />
      ) : (
        <button type="button" class="usa-button usa-button--outline" onClick={() => setOpen(true)}>
          {t("begin")}
        </button>
      )}
    </section>
  );
}

function CloseForm({ company, onClosed, onCancel }: Props & { onCancel: () => void }) {
  const t = useText(texts);
  const [inUse, setInUse] = useState<readonly FieldError[]>([]);
  const form = useForm({
    id: "close-account",
    rules: CloseAccount,
    fields: { password: { label: t("password") }, understood: { label: t("understood", { company }), required: true } },
    fieldOf: { PASSWORD_WRONG: "password" },
    check: ({ understood }) => (understood ? {} : { understood: "TICK" }),
    send: async ({ password }) => {
      try {
        await api.POST("/v1/account/closing", { body: { password } });
      } catch (e) {
        if (e instanceof ApiError && e.code === "ACCOUNT_IN_USE") {
          // The problem's `errors` are open matters, not fields of this form.
          setInUse(e.fields);
          throw new ApiError(e.code, e.status, e.problem && { ...e.problem, errors: [] });
        }
        throw e;
      }
      onClosed();
    },
  });
  return (
    <Form
      opened
      form={form}
      submit={t("close")}
      danger
      errors={{ ACCOUNT_IN_USE: <InUse of={inUse} /> }}
      beside={
        <button type="button" class="usa-button usa-button--unstyled" onClick={onCancel}>
          {t("cancel")}
        </button>
      }
    >
      <PasswordField form={form} name="password" autocomplete="current-password" />
      <CheckboxField form={form} name="understood" />
    </Form>
  );
}

function InUse({ of }: { of: readonly FieldError[] }) {
  const t = useText(texts);
  return (
    <>
      {t("inUse")}
      <ul class="usa-list">
        {of.map(({ field, message }) => (
          <li key={field + message}>{texts.has(field) ? t(field, { name: message }) : message}</li>
        ))}
      </ul>
      {rich(t("inUseNext"), { dashboard: (inner) => <Link to="/dashboard">{inner}</Link> })}
    </>
  );
}
