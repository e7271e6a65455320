import type { Rules } from "../../api/rules.ts";
import { oneLine, TextArea } from "../../forms/fields.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { useText } from "../../i18n/messages.ts";
import type { ErrorTexts } from "../../ui/alert.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly id: string;
  readonly rules: Rules;
  /** Says who will read the reason. */
  readonly hint: string;
  readonly submit: string;
  readonly send: (reason: string) => Promise<void>;
  readonly onCancel: () => void;
  readonly errors?: ErrorTexts | undefined;
}

/** Asks for a reason and sends it. */
export function Reason({ id, rules, hint, submit, send, onCancel, errors }: Props) {
  const t = useText(texts);
  const form = useForm({
    id,
    rules,
    fields: { reason: { label: t("reason"), hint, required: true } },
    send: ({ reason }) => send(oneLine(reason)),
  });
  return (
    <Form opened form={form} submit={submit} errors={errors} beside={<Cancel onCancel={onCancel} />}>
      <TextArea form={form} name="reason" />
    </Form>
  );
}

export function Cancel({ onCancel }: { onCancel: () => void }) {
  const t = useText(texts);
  return (
    <button type="button" class="usa-button usa-button--unstyled" onClick={onCancel}>
      {t("cancel")}
    </button>
  );
}
