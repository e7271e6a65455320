import { useEffect } from "preact/hooks";
import en from "../../../../../messages/en/web/pages/application/created.json";
import { messages, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Link } from "../../../ui/link.tsx";
import { Title } from "../../../ui/title.tsx";
import { end } from "../draft.ts";
import { created } from "./account.ts";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/application/created.json", "!./en/**"], { base: "../../../../../messages" }),
);

/** Says that the account was created and names the next steps. */
export default function Created() {
  const t = useText(texts);
  const account = useStore(created);
  useEffect(() => {
    if (account) {
      end();
    }
  }, []);
  return (
    <>
      <Title>{t(account ? "title" : "goneTitle")}</Title>
      {account ? (
        <Alert kind={account.status === "ACTIVE" ? "success" : "warning"}>
          {t("user", { name: account.name, number: account.accountNumber })}
          {account.status !== "ACTIVE" && <> {t("closed")}</>}
        </Alert>
      ) : (
        <p>{t("gone")}</p>
      )}
      <p>
        <Link to="/login" class="usa-button usa-button--big">
          {t("login")}
        </Link>
      </p>
      <h2>{t("nextTitle")}</h2>
      <ul class="usa-list">
        <li>{t("apply")}</li>
        <li>{t("link")}</li>
      </ul>
      <p>{t("either")}</p>
      <ul class="usa-list">
        {(["status", "fees", "inspections", "upload", "view"] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p>{t("notYet")}</p>
      <p>{t("dashboard")}</p>
      {account && (
        <button type="button" class="usa-button usa-button--outline no-print" onClick={() => print()}>
          {t("print")}
        </button>
      )}
    </>
  );
}
