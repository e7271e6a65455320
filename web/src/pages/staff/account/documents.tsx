import { useEffect, useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { cityText, date, size } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert, ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Loading } from "../../../ui/loaded.tsx";
import { texts } from "./texts.ts";

type Account = Schemas["ReviewedAccount"];
export type Document = Account["documents"][number];

const VIEWED = ["application/pdf", "image/jpeg", "image/png"];

const link = (accountId: string, documentId: string, view: boolean) =>
  body(
    api.GET("/v1/staff/accounts/{accountId}/documents/{documentId}", {
      params: { path: { accountId, documentId }, query: view ? { view } : {} },
    }),
  );

interface ListProps {
  readonly account: Account;
  readonly shown: Document | undefined;
  readonly show: (document: Document) => void;
}

export function DocumentList({ account, shown, show }: ListProps) {
  const t = useText(texts);
  if (account.documents.length === 0) {
    return <p>{t("noDocuments")}</p>;
  }
  return (
    <ul class="files">
      {account.documents.map((document) => (
        <OneDocument
          key={document.documentId}
          accountId={account.accountId}
          document={document}
          current={document.documentId === shown?.documentId}
          show={show}
        />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly accountId: string;
  readonly document: Document;
  readonly current: boolean;
  readonly show: (document: Document) => void;
}

function OneDocument({ accountId, document, current, show }: OneProps) {
  const t = useText(texts);
  const portal = useStore(city);
  const { run, error } = useCommand();
  const { documentId, name, kind, state, type, bytes, identity, deleteOn, deletedAt } = document;
  const label = portal?.attachmentKinds.find(({ key }) => key === kind)?.label;
  const zone = portal?.timeZone;
  return (
    <li class="file">
      <span class="file-name">{name}</span>
      <span>
        {label ? cityText(label) : kind}, {size(bytes)}
        {(state === "PENDING" || state === "REFUSED") && <> · {t(state)}</>}
        {deletedAt && <> · {t("deleted", { date: date(deletedAt, zone) })}</>}
      </span>
      {identity && state !== "DELETED" && (
        <span class="usa-hint">
          {t("identity")} {deleteOn && t("deleteOn", { date: date(deleteOn) })}
        </span>
      )}
      {error && <ErrorAlert error={error} />}
      {state === "READY" && (
        <span class="file-actions">
          {VIEWED.includes(type) && (
            <button
              type="button"
              class="usa-button usa-button--unstyled"
              aria-label={t("viewNamed", { name })}
              aria-pressed={current}
              onClick={() => show(document)}
            >
              {t("view")}
            </button>
          )}
          <button
            type="button"
            class="usa-button usa-button--unstyled"
            aria-label={t("downloadNamed", { name })}
            onClick={() => void run(async () => location.assign((await link(accountId, documentId, false)).url))}
          >
            {t("download")}
          </button>
        </span>
      )}
    </li>
  );
}

interface ViewerProps {
  readonly account: Account;
  readonly document: Document | undefined;
  /** Called when the view of an identity document was recorded. */
  readonly onLooked: () => Promise<void>;
}

/** The document itself, loaded from the bucket: a picture, or a PDF in the browser's viewer. */
export function Viewer({ account, document, onLooked }: ViewerProps) {
  const t = useText(texts);
  const { run, error } = useCommand();
  const [url, setUrl] = useState<string>();
  const [failed, setFailed] = useState(false);
  const documentId = document?.documentId;
  useEffect(() => {
    if (documentId === undefined) {
      return;
    }
    void run(async () => {
      setUrl((await link(account.accountId, documentId, true)).url);
      if (document?.identity) {
        await onLooked();
      }
    });
  }, [documentId]);
  return (
    <section class="viewer" aria-label={t("viewer")}>
      {!document && <p class="usa-hint">{t("viewerEmpty")}</p>}
      {error && <ErrorAlert error={error} />}
      {failed && (
        <Alert kind="error" live>
          {t("notShown")}
        </Alert>
      )}
      {document && !url && !error && <Loading />}
      {document &&
        url &&
        !failed &&
        (document.type === "application/pdf" ? (
          <iframe src={url} title={document.name} />
        ) : (
          <img src={url} alt={document.name} onError={() => setFailed(true)} />
        ))}
    </section>
  );
}
