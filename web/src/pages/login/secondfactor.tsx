import { useState } from "preact/hooks";
import { ApiError } from "../../api/apierror.ts";
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
  /**
   * Goes back to the password.
   *
   * @param tookTooLong whether the challenge has expired
   */
  readonly startOver: (tookTooLong: boolean) => void;
}

type Shown = Props & { readonly change: () => void };
type Answer = Schemas["ChallengeAnswer"];

/** Answers the challenge. Starts again if the challenge has expired. */
async function answer({ asked, proceed, startOver }: Props, given: Pick<Answer, "code" | "recoveryCode" | "password">) {
  const { challenge, password } = asked;
  try {
    proceed(
      await body(
        api.POST("/v1/session/challenge", {
          body: { challenge, ...given, delivery: "COOKIE", device: deviceName() },
        }),
      ),
      password,
    );
  } catch (e) {
    if (!(e instanceof ApiError && e.code === "CHALLENGE_ENDED")) {
      throw e;
    }
    startOver(true);
  }
}

/** Asks for a code of the authenticator app. People who have lost the app can enter a recovery code. */
export function SecondFactor(props: Props) {
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
        <button type="button" class="usa-button usa-button--unstyled" onClick={() => props.startOver(false)}>
          {t("startOver")}
        </button>
      </p>
    </>
  );
}

function AppCode({ change, ...props }: Shown) {
  const t = useText(texts);
  const form = useForm({
    id: "app-code",
    rules: ChallengeAnswer,
    fields: { code: { label: t("code"), required: true } },
    fieldOf: { CODE_NOT_VALID: "code" },
    send: ({ code }) => answer(props, { code }),
  });
  return (
    <Form form={form} submit={t("login")} beside={<Change label={t("lostApp")} change={change} />}>
      <CodeField form={form} name="code" />
    </Form>
  );
}

function RecoveryCode({ change, ...props }: Shown) {
  const t = useText(texts);
  const form = useForm({
    id: "recovery-code",
    rules: ChallengeAnswer,
    fields: { recoveryCode: { label: t("recoveryCode"), hint: t("recoveryCodeHint"), required: true } },
    fieldOf: { RECOVERY_CODE_WRONG: "recoveryCode" },
    send: ({ recoveryCode }) => answer(props, { recoveryCode: recoveryCode.trim(), password: props.asked.password }),
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
