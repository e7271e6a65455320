import { api, body } from "../../api/client.ts";
import type { Schemas } from "../../api/types.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { lastUserName, UserNameField, whoIs } from "../../forms/username.tsx";
import { useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly found: (user: string, asked: Schemas["RecoveryQuestion"]) => void;
}

/** Asks for the user whose password was forgotten. */
export function Who({ found }: Props) {
  const t = useText(texts);
  const form = useForm({
    id: "recovery",
    fields: { user: { label: t("userName"), hint: t("userNameHint"), required: true } },
    initial: { user: lastUserName() },
    send: async ({ user }) => found(user, await body(api.POST("/v1/recovery", { body: whoIs(user) }))),
  });
  return (
    <>
      <p>{t("who")}</p>
      <Form form={form} submit={t("next")} beside={<Link to="/login">{t("toLogin")}</Link>}>
        <UserNameField form={form} name="user" />
      </Form>
    </>
  );
}
