import { useState } from "preact/hooks";
import { api, body } from "../../api/client.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { date, size } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { kindLabel } from "../../permits/words.ts";
import { ErrorAlert } from "../../ui/alert.tsx";
import { useCommand } from "../../ui/command.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { texts } from "./texts.ts";

type Document = Schemas["PermitDocument"];

interface Props {
  readonly permitId: string;
  readonly again: () => Promise<unknown>;
}

/** The media types that a browser can show. */
const VIEWABLE = ["application/pdf", "image/jpeg", "image/png"];

/** The documents that have passed their check. Files that are being sent are shown next to the controls for sending. */
export function Documents({ documents, ...props }: Props & { documents: readonly Document[] }) {
  const t = useText(texts);
  const ready = documents.filter(({ state }) => state === "READY");
  return (
    <section>
      <h2>{t("documents")}</h2>
      {ready.length === 0 ? (
        <p>{t("noDocuments")}</p>
      ) : (
        <ul class="documents">
          {ready.map((document) => (
            <DocumentLine key={document.documentId} document={document} {...props} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DocumentLine({ permitId, document, again }: Props & { document: Document }) {
  const t = useText(texts);
  const { documentId, name } = document;
  const path = { permitId, documentId };
  const { run, busy, error } = useCommand();
  const [asking, setAsking] = useState(false);

  /** Opens the document. The link is valid only for a short time, so it is requested when it is needed. */
  async function open(view: boolean): Promise<void> {
    const { url } = await body(
      api.GET("/v1/permits/{permitId}/documents/{documentId}", { params: { path, query: view ? { view } : {} } }),
    );
    const tab = view ? window.open(url, "_blank") : null;
    if (tab) {
      tab.opener = null;
    } else {
      location.assign(url);
    }
  }

  async function remove(): Promise<void> {
    await api.DELETE("/v1/permits/{permitId}/documents/{documentId}", { params: { path } });
    await again();
  }

  const action = (label: string, named: string, act: () => void) => (
    <button
      type="button"
      class="usa-button usa-button--unstyled"
      aria-label={named}
      aria-disabled={busy}
      onClick={() => busy || act()}
    >
      {label}
    </button>
  );
  return (
    <li class="document">
      <p>
        <strong>{kindLabel(document.kind)}</strong> · {name}
      </p>
      <p class="usa-hint">
        {size(document.bytes)} · {t("added", { date: date(document.addedAt, city.get()?.timeZone) })}
        {document.addedByYou && ` · ${t("byYou")}`}
      </p>
      <div class="document-actions no-print">
        {VIEWABLE.includes(document.type) &&
          action(t("view"), t("viewNamed", { name }), () => void run(() => open(true)))}
        {action(t("download"), t("downloadNamed", { name }), () => void run(() => open(false)))}
        {document.removable && action(t("remove"), t("removeNamed", { name }), () => setAsking(true))}
      </div>
      {error && <ErrorAlert error={error} />}
      {asking && (
        <Dialog
          heading={t("removeTitle", { name })}
          confirm={t("remove")}
          onConfirm={() => void run(remove).finally(() => setAsking(false))}
          onClose={() => setAsking(false)}
          busy={busy}
          danger
        >
          <p>{t("removeAbout")}</p>
        </Dialog>
      )}
    </li>
  );
}
