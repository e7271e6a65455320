import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { deviceName } from "../../../api/device.ts";
import { ChallengeAnswer, ChangePassword } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import { session } from "../../../api/session.ts";
import type { Schemas } from "../../../api/types.ts";
import { CodeField } from "../../../forms/code.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import type { Step } from "./page.tsx";
import { texts } from "./texts.ts";

/**
 * Asks for the present and the new password. People with an authenticator app then enter a code to continue the
 * session.
 */
export function Password({ account, onDone, cancel }: Step & { account: Schemas["Account"] }) {
  const t = useText(texts);
  const [challenge, setChallenge] = useState<string>();
  const min = useStore(city)?.password.minLength ?? 0;
  const form = useForm({
    id: "change-password",
    rules: ChangePassword,
    fields: { currentPassword: { label: t("current") }, newPassword: { label: t("new"), min } },
    fieldOf: { PASSWORD_WRONG: "currentPassword" },
    send: async ({ currentPassword, newPassword }) => {
      const answer = await body(
        api.POST("/v1/account/password", {
          body: { currentPassword, newPassword, delivery: "COOKIE", device: deviceName() },
        }),
      );
      if (answer.asked) {
        setChallenge(answer.asked.challenge);
      } else {
        session.begin(answer);
        onDone(t("passwordChanged"));
      }
    },
  });
  if (challenge) {
    return <AppCode challenge={challenge} onDone={() => onDone(t("passwordChanged"))} />;
  }
  return (
    <Form opened form={form} submit={t("changePassword")} beside={cancel}>
      {/* Tells password managers whose password this is. */}
      <input type="text" value={account.name} autocomplete="username" readOnly hidden />
      <PasswordField form={form} name="currentPassword" autocomplete="current-password" />
      <PasswordField
        form={form}
        name="newPassword"
        autocomplete="new-password"
        meter={{ min, personal: [account.name, account.memberEmail] }}
      />
    </Form>
  );
}

function AppCode({ challenge, onDone }: { challenge: string; onDone: () => void }) {
  const t = useText(texts);
  const form = useForm({
    id: "change-password-app",
    rules: ChallengeAnswer,
    fields: { code: { label: t("code"), required: true } },
    fieldOf: { CODE_NOT_VALID: "code" },
    send: async ({ code }) => {
      session.begin(
        await body(
          api.POST("/v1/session/challenge", { body: { challenge, code, delivery: "COOKIE", device: deviceName() } }),
        ),
      );
      onDone();
    },
  });
  return (
    <Form opened form={form} submit={t("goOn")}>
      <p>{t("codeAbout")}</p>
      <CodeField form={form} name="code" />
    </Form>
  );
}
