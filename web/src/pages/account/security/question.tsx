import { api } from "../../../api/client.ts";
import { ChangeSecretQuestion } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import { SelectField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField, SecretField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { cityText } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import type { Step } from "./page.tsx";
import { texts } from "./texts.ts";

/** Asks for a new secret question and its answer. */
export function Question({ onDone, cancel }: Step) {
  const t = useText(texts);
  const questions = useStore(city)?.secretQuestions ?? [];
  const form = useForm({
    id: "change-question",
    rules: ChangeSecretQuestion,
    fields: {
      question: { label: t("choose") },
      answer: { label: t("answer"), hint: t("answerHint") },
      password: { label: t("current") },
    },
    fieldOf: { PASSWORD_WRONG: "password" },
    send: async (values) => {
      await api.POST("/v1/account/question", { body: values });
      onDone(t("questionChanged"));
    },
  });
  return (
    <Form opened form={form} submit={t("save")} beside={cancel}>
      <SelectField
        form={form}
        name="question"
        choices={questions.map(({ key, label }) => ({ value: key, label: cityText(label) }))}
      />
      <SecretField form={form} name="answer" />
      <PasswordField form={form} name="password" autocomplete="current-password" />
    </Form>
  );
}
