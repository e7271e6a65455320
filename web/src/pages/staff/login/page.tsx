import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, body } from "../../../api/client.ts";
import { StaffLogin } from "../../../api/generated/rules.ts";
import { staffSession } from "../../../api/session.ts";
import type { Schemas } from "../../../api/types.ts";
import { TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Link } from "../../../ui/link.tsx";
import { Title } from "../../../ui/title.tsx";
import { AppCode, NewPassword } from "./challenge.tsx";
import { returnTo } from "./return.ts";
import { texts } from "./texts.ts";

type Asked = Schemas["Asked"];

/**
 * The sign-in of staff: a password and a code. At the first sign-in, the person sets a new password and sets up the
 * authenticator app.
 */
export default function StaffSignIn() {
  const t = useText(texts);
  const { path, query, route } = useLocation();
  const [asked, setAsked] = useState<{ readonly of: Asked; readonly email: string }>();
  const [tookTooLong, setTookTooLong] = useState(false);
  const standing = useStore(staffSession.standing);
  useEffect(() => {
    if (staffSession.expected) {
      // A signed-in person needs no form. If the server does not answer, the form shows the error.
      staffSession.signedIn().catch(() => undefined);
    }
  }, []);
  // Whether this page was opened next to a page whose session had ended.
  const inOwnWindow = query.return === "close";
  useEffect(() => {
    if (standing === "in" && inOwnWindow) {
      window.close();
      return;
    }
    // This page is still shown for a moment while the next page loads.
    if (standing === "in" && path === "/staff") {
      route(returnTo(query.return), true);
    }
  }, [standing, inOwnWindow, path, query.return, route]);

  function proceed(email: string, answer: Schemas["Session"]): void {
    if (answer.asked) {
      setAsked({ of: answer.asked, email });
    } else {
      staffSession.begin(answer);
    }
  }
  const startOver = (ended: boolean) => {
    setAsked(undefined);
    setTookTooLong(ended);
  };
  if (standing === "in" && inOwnWindow) {
    return (
      <>
        <Title key="back" focus>
          {t("backTitle")}
        </Title>
        <p>{t("back")}</p>
      </>
    );
  }
  if (!asked) {
    return <Password tookTooLong={tookTooLong} proceed={proceed} />;
  }
  const step = {
    asked: asked.of,
    email: asked.email,
    proceed: (answer: Schemas["Session"]) => proceed(asked.email, answer),
    startOver,
  };
  return asked.of.ask === "NEW_PASSWORD" ? <NewPassword {...step} /> : <AppCode key={asked.of.challenge} {...step} />;
}

interface PasswordProps {
  readonly tookTooLong: boolean;
  readonly proceed: (email: string, answer: Schemas["Session"]) => void;
}

function Password({ tookTooLong, proceed }: PasswordProps) {
  const t = useText(texts);
  const form = useForm({
    id: "staff-login",
    rules: StaffLogin,
    fields: { email: { label: t("email") }, password: { label: t("password") } },
    send: async ({ email, password }) =>
      proceed(email, await body(api.POST("/v1/staff/session", { body: { email: email.trim(), password } }))),
  });
  return (
    <>
      <Title>{t("title")}</Title>
      <p>{rich(t("about"), { login: (inner) => <Link to="/login">{inner}</Link> })}</p>
      {tookTooLong && (
        <Alert kind="warning" live>
          {t("ended")}
        </Alert>
      )}
      <Form form={form} submit={t("login")} errors={{ WRONG_CREDENTIALS: t("WRONG_CREDENTIALS") }}>
        <TextField
          form={form}
          name="email"
          type="email"
          autocomplete="username"
          autocapitalize="off"
          spellcheck={false}
        />
        <PasswordField form={form} name="password" autocomplete="current-password" />
      </Form>
    </>
  );
}
