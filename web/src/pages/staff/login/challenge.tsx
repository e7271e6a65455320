import { ApiError } from "../../../api/apierror.ts";
import { api, body } from "../../../api/client.ts";
import { StaffChallengeAnswer } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { CodeField } from "../../../forms/code.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Enrol } from "../../../totp/enrol.tsx";
import { Title } from "../../../ui/title.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly asked: Schemas["Asked"];
  readonly email: string;
  readonly proceed: (answer: Schemas["Session"]) => void;
  /**
   * Goes back to the password.
   *
   * @param tookTooLong whether the challenge has expired
   */
  readonly startOver: (tookTooLong: boolean) => void;
}

/** Answers the challenge. Starts again if the challenge has expired. */
async function answer(
  { asked, proceed, startOver }: Props,
  given: Omit<Schemas["StaffChallengeAnswer"], "challenge">,
): Promise<void> {
  try {
    proceed(await body(api.POST("/v1/staff/session/challenge", { body: { challenge: asked.challenge, ...given } })));
  } catch (e) {
    if (e instanceof ApiError && e.code === "CHALLENGE_ENDED") {
      startOver(true);
      return;
    }
    throw e;
  }
}

/** Asks for a new password at the first sign-in. */
export function NewPassword(props: Props) {
  const t = useText(texts);
  const min = useStore(city)?.password.minLength ?? 0;
  const form = useForm({
    id: "staff-new-password",
    rules: StaffChallengeAnswer,
    fields: { newPassword: { label: t("newPassword"), min, required: true } },
    send: ({ newPassword }) => answer(props, { newPassword }),
  });
  return (
    <>
      <Title focus>{t("newTitle")}</Title>
      <p>{t("newAbout")}</p>
      <Form form={form} submit={t("goOn")} beside={<StartOver {...props} />}>
        {/* Tells password managers whose password this is. */}
        <input type="text" value={props.email} autocomplete="username" readOnly hidden />
        <PasswordField
          form={form}
          name="newPassword"
          autocomplete="new-password"
          meter={{ min, personal: [props.email.split("@")[0] ?? ""] }}
        />
      </Form>
    </>
  );
}

/** Asks for a code of the authenticator app. At the first sign-in, the person first adds the secret to the app. */
export function AppCode(props: Props) {
  const t = useText(texts);
  const { secret, otpauth } = props.asked;
  const form = useForm({
    id: "staff-code",
    rules: StaffChallengeAnswer,
    fields: { code: { label: t("code"), required: true } },
    fieldOf: { CODE_NOT_VALID: "code" },
    send: ({ code }) => answer(props, { code }),
  });
  const fields = (
    <Form form={form} submit={t("login")} beside={<StartOver {...props} />}>
      <CodeField form={form} name="code" />
    </Form>
  );
  if (secret && otpauth) {
    return (
      <>
        <Title focus>{t("enrolTitle")}</Title>
        <p>{t("enrolAbout")}</p>
        <Enrol secret={secret} otpauth={otpauth}>
          {fields}
        </Enrol>
      </>
    );
  }
  return (
    <>
      <Title focus>{t("codeTitle")}</Title>
      <p>{t("codeAbout")}</p>
      {fields}
    </>
  );
}

function StartOver({ startOver }: Props) {
  const t = useText(texts);
  return (
    <button type="button" class="usa-button usa-button--unstyled" onClick={() => startOver(false)}>
      {t("startOver")}
    </button>
  );
}
