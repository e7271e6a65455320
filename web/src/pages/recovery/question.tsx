import { api, body } from "../../api/client.ts";
import { AnswerQuestion } from "../../api/generated/rules.ts";
import type { Schemas } from "../../api/types.ts";
import { Form } from "../../forms/form.tsx";
import { SecretField } from "../../forms/password.tsx";
import { useForm } from "../../forms/useform.ts";
import { cityText } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { StartOver, unlessEnded } from "./startover.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly asked: Schemas["RecoveryQuestion"];
  readonly answered: (answer: string, mailed: Schemas["CodeMailed"]) => void;
  /**
   * Starts again.
   *
   * @param tookTooLong whether the step has expired
   */
  readonly startOver: (tookTooLong: boolean) => void;
}

/** Asks the secret question. After the right answer, the portal mails a code. */
export function Question({ asked, answered, startOver }: Props) {
  const t = useText(texts);
  const form = useForm({
    id: "recovery-question",
    rules: AnswerQuestion,
    fields: {
      answer: {
        label: cityText(asked.question.label),
        hint: t("answerHint"),
        required: true,
      },
    },
    fieldOf: { ANSWER_WRONG: "answer" },
    send: async ({ answer }) => {
      const { recovery } = asked;
      await unlessEnded(startOver, async () =>
        answered(answer, await body(api.POST("/v1/recovery/answer", { body: { recovery, answer } }))),
      );
    },
  });
  return (
    <>
      <p>{t("question")}</p>
      <Form
        form={form}
        submit={t("next")}
        beside={<StartOver startOver={() => startOver(false)} />}
        errors={{ TOO_MANY_TRIES: t("answerTries", form.error?.values) }}
      >
        <SecretField form={form} name="answer" />
      </Form>
      <p>{t("forgotAnswer")}</p>
    </>
  );
}
