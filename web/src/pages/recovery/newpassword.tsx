import { api, body } from "../../api/client.ts";
import { ResetPassword } from "../../api/generated/rules.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { CodeField, Resend } from "../../forms/code.tsx";
import { Form } from "../../forms/form.tsx";
import { PasswordField } from "../../forms/password.tsx";
import { useForm } from "../../forms/useform.ts";
import { time } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { useStore } from "../../state/store.ts";
import { StartOver, unlessEnded } from "./startover.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly user: string;
  readonly asked: Schemas["RecoveryQuestion"];
  readonly answer: string;
  readonly mailed: Schemas["CodeMailed"];
  readonly sentAgain: (mailed: Schemas["CodeMailed"]) => void;
  readonly done: () => void;
  /**
   * Starts again.
   *
   * @param tookTooLong whether the step has expired
   */
  readonly startOver: (tookTooLong: boolean) => void;
}

/** Asks for the mailed code and the new password. */
export function NewPassword({ user, asked, answer, mailed, sentAgain, done, startOver }: Props) {
  const t = useText(texts);
  const min = useStore(city)?.password.minLength ?? 0;
  const form = useForm({
    id: "recovery-password",
    rules: ResetPassword,
    fields: { code: { label: t("code") }, password: { label: t("newPassword"), min } },
    fieldOf: { CODE_WRONG: "code", CODE_USED_UP: "code" },
    send: async ({ code, password }) => {
      await unlessEnded(startOver, async () => {
        await api.POST("/v1/recovery/password", { body: { recovery: mailed.recovery, code, password } });
        done();
      });
    },
  });
  return (
    <>
      <p>{t("mailed", { until: time(mailed.expiresAt) })}</p>
      <Form
        form={form}
        submit={t("setPassword")}
        beside={<StartOver startOver={() => startOver(false)} />}
        errors={{ TOO_MANY_TRIES: t("codeTries", form.error?.values) }}
      >
        {/* Tells password managers whose password this is. */}
        <input type="text" value={user} autocomplete="username" readOnly hidden />
        <CodeField form={form} name="code" />
        <Resend
          send={async () =>
            sentAgain(await body(api.POST("/v1/recovery/answer", { body: { recovery: asked.recovery, answer } })))
          }
        />
        <PasswordField form={form} name="password" autocomplete="new-password" meter={{ min, personal: [user] }} />
      </Form>
    </>
  );
}
