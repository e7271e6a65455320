import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { session } from "../../../api/session.ts";
import type { Schemas } from "../../../api/types.ts";
import { useText } from "../../../i18n/messages.ts";
import { Alert, ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Link } from "../../../ui/link.tsx";
import { Title } from "../../../ui/title.tsx";
import { AccountPage, OfAccount, OwnerOnly } from "../frame.tsx";
import { Close } from "./close.tsx";
import { texts } from "./texts.ts";

export default function Data() {
  const t = useText(texts);
  const [closed, setClosed] = useState<string>();
  if (closed !== undefined) {
    return (
      <>
        <Title focus>{t("closed")}</Title>
        <p>{t("closedAbout", { company: closed })}</p>
        <Link to="/" class="usa-button">
          {t("home")}
        </Link>
      </>
    );
  }
  return (
    <AccountPage page="data">
      <OfAccount>
        {(account) =>
          account.role === "OWNER" ? (
            <>
              <h2>{t("exportTitle")}</h2>
              <Export account={account} />
              <Close
                company={account.name}
                onClosed={() => {
                  setClosed(account.name);
                  session.end();
                }}
              />
            </>
          ) : (
            <OwnerOnly role={account.role} />
          )
        }
      </OfAccount>
    </AccountPage>
  );
}

function Export({ account }: { account: Schemas["Account"] }) {
  const t = useText(texts);
  const { run, busy, error } = useCommand();
  const [saved, setSaved] = useState<string>();
  const download = () =>
    run(async () => {
      const data = await body(api.GET("/v1/account/export"));
      const name = `${account.number}-${data.exportedAt.slice(0, 10)}.json`;
      save(name, JSON.stringify(data, null, 2));
      setSaved(name);
    });
  return (
    <>
      <p>{t("exportAbout")}</p>
      {error && <ErrorAlert error={error} />}
      {saved && (
        <Alert kind="success" live>
          {t("exported", { name: saved })}
        </Alert>
      )}
      <p>
        <button
          type="button"
          class="usa-button usa-button--outline"
          aria-disabled={busy}
          onClick={() => void download()}
        >
          {t("export")}
        </button>
      </p>
    </>
  );
}

/** Saves a text as a file, without a request to a server. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the object after this function has ended.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
