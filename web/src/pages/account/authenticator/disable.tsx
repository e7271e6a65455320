import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { DisableTotp } from "../../../api/generated/rules.ts";
import { CodeField } from "../../../forms/code.tsx";
import { TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { texts } from "./texts.ts";

/** Turns the authenticator app off, with a code of the app. People who have lost the app use a recovery code. */
export function Disable({ password, onOff }: { password: string; onOff: () => void }) {
  const t = useText(texts);
  const [lost, setLost] = useState(false);
  const form = useForm({
    id: "disable-totp",
    rules: DisableTotp,
    fields: {
      code: { label: t("code"), required: !lost, errors: { CODE_NOT_VALID: t("codeNotValid") } },
      recoveryCode: { label: t("recoveryCode"), hint: t("recoveryHint"), required: lost },
    },
    fieldOf: { CODE_NOT_VALID: "code", RECOVERY_CODE_WRONG: "recoveryCode" },
    send: async ({ code, recoveryCode }) => {
      await api.POST("/v1/account/totp/removal", {
        body: { password, ...(lost ? { recoveryCode: recoveryCode.trim() } : { code }) },
      });
      onOff();
    },
  });
  return (
    <>
      <p>{t("disableAbout")}</p>
      <p>{t("newCodes")}</p>
      <Form
        opened
        form={form}
        submit={t("turnOff")}
        beside={
          <button type="button" class="usa-button usa-button--unstyled" onClick={() => setLost(!lost)}>
            {t(lost ? "haveApp" : "lost")}
          </button>
        }
      >
        {lost ? (
          <TextField
            form={form}
            name="recoveryCode"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
          />
        ) : (
          <CodeField form={form} name="code" />
        )}
      </Form>
    </>
  );
}
