import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { ChangeEmail, ConfirmEmailChange } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { CodeField, Resend } from "../../../forms/code.tsx";
import { EmailField } from "../../../forms/emailfield.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { dateTime, time } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import type { Step } from "./page.tsx";
import { texts } from "./texts.ts";

type Request = Schemas["ChangeEmail"];
interface Sent {
  readonly request: Request;
  readonly until: string;
}

const mail = async (request: Request): Promise<Sent> => {
  const { expiresAt } = await body(api.POST("/v1/account/email", { body: request }));
  return { request, until: expiresAt };
};

/** Asks for the new address and the password. Then asks for the code that was mailed to the new address. */
export function Email({ onDone, cancel }: Step) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone;
  const [sent, setSent] = useState<Sent>();
  const form = useForm({
    id: "change-email",
    rules: ChangeEmail,
    fields: { email: { label: t("newEmail") }, password: { label: t("current") } },
    fieldOf: { PASSWORD_WRONG: "password", EMAIL_TAKEN: "email" },
    send: async ({ email, password }) => setSent(await mail({ email: email.trim(), password })),
  });
  if (sent) {
    return <Confirm sent={sent} onSent={setSent} onOther={() => setSent(undefined)} onDone={onDone} />;
  }
  const until = form.error?.problem?.until;
  return (
    <Form
      opened
      form={form}
      submit={t("sendCode")}
      beside={cancel}
      errors={until ? { EMAIL_CHANGED_RECENTLY: t("recently", { until: dateTime(until, zone) }) } : {}}
    >
      <EmailField form={form} name="email" />
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}

interface ConfirmProps {
  readonly sent: Sent;
  readonly onSent: (sent: Sent) => void;
  readonly onOther: () => void;
  readonly onDone: (what: string) => void;
}

function Confirm({ sent: { request, until }, onSent, onOther, onDone }: ConfirmProps) {
  const t = useText(texts);
  const { email } = request;
  const form = useForm({
    id: "confirm-email",
    rules: ConfirmEmailChange,
    fields: { code: { label: t("mailedCode") } },
    fieldOf: { CODE_WRONG: "code", CODE_EXPIRED: "code", CODE_USED_UP: "code" },
    send: async ({ code }) => {
      await api.POST("/v1/account/email/confirmation", { body: { email, code } });
      onDone(t("emailChanged", { email }));
    },
  });
  return (
    <>
      <p role="status">{t("mailed", { email, until: time(until) })}</p>
      <Form
        opened
        form={form}
        submit={t("confirm")}
        beside={
          <button type="button" class="usa-button usa-button--unstyled" onClick={onOther}>
            {t("other")}
          </button>
        }
      >
        <CodeField form={form} name="code" />
        <Resend send={async () => onSent(await mail(request))} />
      </Form>
    </>
  );
}
