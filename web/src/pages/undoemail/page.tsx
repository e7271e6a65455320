import en from "../../../../messages/en/web/pages/undoemail.json";
import { api } from "../../api/client.ts";
import { session } from "../../api/session.ts";
import { messages, useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { MailedLink } from "../../ui/mailedlink.tsx";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/undoemail.json", "!./en/**"], { base: "../../../../messages" }),
);

/** The page to undo a change of the email address. The mail to the old address has a link to it. */
export default function UndoEmail() {
  const t = useText(texts);
  return (
    <MailedLink
      title={t("title")}
      about={
        <>
          <p>{t("about")}</p>
          <p>{t("itWasMe")}</p>
        </>
      }
      confirm={t("confirm")}
      act={async (code) => {
        await api.POST("/v1/email-undo", { body: { code } });
        session.end();
      }}
      errors={{ UNDO_ENDED: t("ended") }}
      doneTitle={t("doneTitle")}
      done={() => (
        <>
          <Alert kind="success">{t("done")}</Alert>
          <p>{t("newPassword")}</p>
          <p>
            <Link to="/recovery" class="usa-button">
              {t("recover")}
            </Link>
          </p>
        </>
      )}
    />
  );
}
