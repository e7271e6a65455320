import { useRef } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, newKey } from "../../../api/client.ts";
import { InviteMember } from "../../../api/generated/rules.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { RadioField, TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { language, languageName } from "../../../i18n/language.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { useRoles } from "./member.tsx";
import { texts } from "./texts.ts";

/** Invites a colleague to join the account. */
export function Invite({ onInvited }: { onInvited: (invitation: Schemas["Invitation"]) => Promise<void> }) {
  const t = useText(texts);
  const key = useRef(newKey());
  const languages = useStore(city)?.languages ?? [];
  const initial = { role: "MEMBER", language: language.get() };
  const form = useForm({
    id: "invite",
    rules: InviteMember,
    fields: {
      email: { label: t("email") },
      name: { label: t("name") },
      role: { label: t("role") },
      language: { label: t("language"), required: true },
      password: { label: t("password"), required: true },
    },
    initial,
    fieldOf: { ALREADY_INVITED: "email", ALREADY_MEMBER: "email", PASSWORD_WRONG: "password" },
    send: async ({ email, name, role, language: spoken, password }) => {
      try {
        const invitation = await body(
          api.POST("/v1/account/invitations", {
            params: { header: { "Idempotency-Key": key.current } },
            body: {
              email: email.trim(),
              ...(name.trim() ? { name: name.trim() } : {}),
              role: role as Schemas["MemberRole"],
              language: spoken,
              ...(role === "OWNER" ? { password } : {}),
            },
          }),
        );
        key.current = newKey();
        form.set("email", "");
        form.set("name", "");
        form.set("role", initial.role);
        form.set("password", "");
        await onInvited(invitation);
      } catch (e) {
        if (e instanceof ApiError && !e.temporary) {
          key.current = newKey();
        }
        throw e;
      }
    },
  });
  return (
    <Form form={form} submit={t("invite")}>
      <TextField form={form} name="email" type="email" autocomplete="off" autocapitalize="off" spellcheck={false} />
      <TextField form={form} name="name" autocomplete="off" autocapitalize="words" />
      <RadioField form={form} name="role" choices={useRoles()} />
      <RadioField
        form={form}
        name="language"
        choices={languages.map((value) => ({
          value,
          label: languageName(value, language.get()),
        }))}
      />
      {form.values.role === "OWNER" && (
        <>
          <p>{t("ownerAbout")}</p>
          <PasswordField form={form} name="password" autocomplete="current-password" />
        </>
      )}
    </Form>
  );
}
