import { useState } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, body } from "../../../api/client.ts";
import { ConfirmTotp, EnrolTotp } from "../../../api/generated/rules.ts";
import type { Schemas } from "../../../api/types.ts";
import { CodeField } from "../../../forms/code.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { Enrol } from "../../../totp/enrol.tsx";
import { Alert } from "../../../ui/alert.tsx";
import { AccountPage } from "../frame.tsx";
import { Codes } from "./codes.tsx";
import { Disable } from "./disable.tsx";
import { texts } from "./texts.ts";

type Step =
  | { readonly at: "password"; readonly done?: "keptDone" | "isOff" }
  | { readonly at: "enrol"; readonly enrolment: Schemas["TotpEnrolment"] }
  | { readonly at: "codes"; readonly codes: readonly string[] }
  | { readonly at: "on"; readonly password: string };

export default function Authenticator() {
  const t = useText(texts);
  const [step, setStep] = useState<Step>({ at: "password" });
  return (
    <AccountPage page="authenticator">
      {step.at === "password" && (
        <>
          {step.done && (
            <Alert kind="success" focus>
              {t(step.done)}
            </Alert>
          )}
          <p>{t("about")}</p>
          <Password onStep={setStep} />
        </>
      )}
      {step.at === "enrol" && (
        <>
          <h2>{t("enrolTitle")}</h2>
          <Enrol {...step.enrolment}>
            <FirstCode onStep={setStep} />
          </Enrol>
        </>
      )}
      {step.at === "codes" && <Codes codes={step.codes} onKept={() => setStep({ at: "password", done: "keptDone" })} />}
      {step.at === "on" && (
        <>
          <h2>{t("onTitle")}</h2>
          <Disable password={step.password} onOff={() => setStep({ at: "password", done: "isOff" })} />
        </>
      )}
    </AccountPage>
  );
}

/** Asks for the password. Without the password, the portal does not tell whether an authenticator app is on. */
function Password({ onStep }: { onStep: (step: Step) => void }) {
  const t = useText(texts);
  const form = useForm({
    id: "totp-password",
    rules: EnrolTotp,
    fields: { password: { label: t("password") } },
    fieldOf: { PASSWORD_WRONG: "password" },
    send: async ({ password }) => {
      try {
        onStep({ at: "enrol", enrolment: await body(api.POST("/v1/account/totp", { body: { password } })) });
      } catch (e) {
        if (!(e instanceof ApiError && e.code === "SECOND_FACTOR_ON")) {
          throw e;
        }
        onStep({ at: "on", password });
      }
    },
  });
  return (
    <>
      <p>{t("unknown")}</p>
      <Form form={form} submit={t("goOn")}>
        <PasswordField form={form} name="password" autocomplete="current-password" />
      </Form>
    </>
  );
}

function FirstCode({ onStep }: { onStep: (step: Step) => void }) {
  const t = useText(texts);
  const form = useForm({
    id: "totp-code",
    rules: ConfirmTotp,
    fields: { code: { label: t("code"), errors: { CODE_NOT_VALID: t("codeNotValid") } } },
    fieldOf: { CODE_NOT_VALID: "code" },
    send: async ({ code }) => {
      const { recoveryCodes } = await body(api.POST("/v1/account/totp/confirmation", { body: { code } }));
      onStep({ at: "codes", codes: recoveryCodes });
    },
  });
  return (
    <Form
      opened
      form={form}
      submit={t("turnOn")}
      beside={
        <button type="button" class="usa-button usa-button--unstyled" onClick={() => onStep({ at: "password" })}>
          {t("cancel")}
        </button>
      }
    >
      <CodeField form={form} name="code" />
    </Form>
  );
}
