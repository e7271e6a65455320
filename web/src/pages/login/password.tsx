import { ApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import { deviceName } from "../../api/device.ts";
import { Login } from "../../api/generated/rules.ts";
import type { Schemas } from "../../api/types.ts";
import { Form } from "../../forms/form.tsx";
import { PasswordField } from "../../forms/password.tsx";
import { useForm } from "../../forms/useform.ts";
import { lastUserName, UserNameField, whoIs } from "../../forms/username.tsx";
import { rich, useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly proceed: (answer: Schemas["Session"], password: string) => void;
}

/** The form for User Name and Password. */
export function PasswordStep({ proceed }: Props) {
  const t = useText(texts);
  const form = useForm({
    id: "login",
    rules: { password: Login.password },
    fields: {
      user: { label: t("userName"), hint: t("userNameHint"), required: true },
      password: { label: t("password"), required: true },
    },
    initial: { user: lastUserName() },
    send: async ({ user, password }) => {
      const answer = await body(
        api.POST("/v1/session", { body: { ...whoIs(user), password, delivery: "COOKIE", device: deviceName() } }),
      );
      if (answer.asked && answer.asked.ask !== "AUTHENTICATOR_CODE") {
        // Only staff get other challenges.
        throw new ApiError("SIGN_IN_CLOSED");
      }
      proceed(answer, password);
    },
  });
  const recover = (inner: string) => <Link to="/recovery">{inner}</Link>;
  const values = form.error?.values;
  return (
    <Form
      form={form}
      submit={t("login")}
      beside={<Link to="/recovery">{t("forgot")}</Link>}
      errors={{
        WRONG_CREDENTIALS: rich(t("wrong"), { recover }),
        SIGN_IN_LOCKED: rich(t("locked", values), { recover }),
        TOO_MANY_TRIES: rich(t("tries", values), { recover }),
      }}
    >
      <UserNameField form={form} name="user" />
      <details class="aside">
        <summary>{t("notListed")}</summary>
        <ul class="usa-list">
          <li>{t("notListedEmail")}</li>
          <li>{t("notListedName")}</li>
          <li>{t("notListedMember")}</li>
          <li>{rich(t("notListedNew"), { create: (inner) => <Link to="/application">{inner}</Link> })}</li>
        </ul>
      </details>
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}
