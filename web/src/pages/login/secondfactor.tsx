import { useState } from "preact/hooks";
import { api, body } from "../../api/client.ts";
import { deviceName } from "../../api/device.ts";
import { ChallengeAnswer } from "../../api/generated/rules.ts";
import type { Schemas } from "../../api/types.ts";
import { CodeField } from "../../forms/code.tsx";
import { TextField } from "../../forms/fields.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { useText } from "../../i18n/messages.ts";
import { Title } from "../../ui/title.tsx";
import type { Asked } from "./page.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly asked: Asked;
  readonly proceed: (answer: Schemas["Session"], password: string) => void;
  readonly startOver: () => void;
}

type Shown = Omit<Props, "startOver"> & { readonly change: () => void };

/** The code of the authenticator app, or a recovery code for who has lost it. */
export function SecondFactor({ startOver, ...props }: Props) {
  const t = useText(texts);
  const [lost, setLost] = useState(false);
  const Step = lost ? RecoveryCode : AppCode;
  return (
    <>
      <Title key={String(lost)} focus>
        {lost ? t("recoveryTitle") : t("appTitle")}
      </Title>
      <p>{lost ? t("recoveryAbout") : t("appAbout")}</p>
      <Step {...props} change={() => setLost(!lost)} />
      <p>
        <button type="button" class="usa-button usa-button--unstyled" onClick={startOver}>
          {t("startOver")}
        </button>
      </p>
    </>
  );
}

function AppCode({ asked, proceed, change }: Shown) {
  const t = useText(texts);
  const form = useForm({
    id: "app-code",
    rules: ChallengeAnswer,
    fields: { code: { label: t("code"), required: true, errors: { CODE_NOT_VALID: t("codeNotValid") } } },
    fieldOf: { CODE_NOT_VALID: "code" },
    send: async ({ code }) => {
      const { challenge, password } = asked;
      const answer = await body(
        api.POST("/v1/session/challenge", { body: { challenge, code, delivery: "COOKIE", device: deviceName() } }),
      );
      proceed(answer, password);
    },
  });
  return (
    <Form form={form} submit={t("login")} beside={<Change label={t("lostApp")} change={change} />}>
      <CodeField form={form} name="code" />
    </Form>
  );
}

function RecoveryCode({ asked, proceed, change }: Shown) {
  const t = useText(texts);
  const form = useForm({
    id: "recovery-code",
    rules: ChallengeAnswer,
    fields: { recoveryCode: { label: t("recoveryCode"), hint: t("recoveryCodeHint"), required: true } },
    fieldOf: { RECOVERY_CODE_WRONG: "recoveryCode" },
    send: async ({ recoveryCode }) => {
      const answer = await body(
        api.POST("/v1/session/challenge", {
          body: { ...asked, recoveryCode: recoveryCode.trim(), delivery: "COOKIE", device: deviceName() },
        }),
      );
      proceed(answer, asked.password);
    },
  });
  return (
    <Form form={form} submit={t("login")} beside={<Change label={t("haveApp")} change={change} />}>
      <TextField form={form} name="recoveryCode" autocomplete="off" autocapitalize="characters" spellcheck={false} />
    </Form>
  );
}

function Change({ label, change }: { label: string; change: () => void }) {
  return (
    <button type="button" class="usa-button usa-button--unstyled" onClick={change}>
      {label}
    </button>
  );
}
