import en from "../../../../messages/en/web/pages/notme.json";
import { api, body } from "../../api/client.ts";
import { session } from "../../api/session.ts";
import { messages, rich, useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { MailedLink } from "../../ui/mailedlink.tsx";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/notme.json", "!./en/**"], { base: "../../../../messages" }),
);

/** The page for "this wasn't me". Every mail about a change of a login has a link to it. */
export default function NotMe() {
  const t = useText(texts);
  return (
    <MailedLink
      title={t("title")}
      about={
        <>
          <p>{t("about")}</p>
          <ul class="usa-list">
            <li>{t("signsOut")}</li>
            <li>{t("voids")}</li>
            <li>{t("tells")}</li>
          </ul>
          <p>{t("itWasMe")}</p>
        </>
      }
      confirm={t("confirm")}
      act={async (code) => {
        const shutOut = await body(api.POST("/v1/recovery/not-me", { body: { code } }));
        session.end();
        return shutOut;
      }}
      errors={{ LINK_ENDED: rich(t("ended"), { recover: (inner) => <Link to="/recovery">{inner}</Link> }) }}
      doneTitle={t("doneTitle")}
      done={({ newPasswordNeeded }) => (
        <>
          <Alert kind="success">{t("done")}</Alert>
          <p>{newPasswordNeeded ? t("newPassword") : t("maybePassword")}</p>
          <p>
            <Link to="/recovery" class="usa-button">
              {t("recover")}
            </Link>
          </p>
          <p>{t("mailbox")}</p>
        </>
      )}
    />
  );
}
