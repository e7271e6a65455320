import { useEffect, useMemo } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import type { Load } from "../../../api/load.ts";
import type { Portal, Schemas } from "../../../api/types.ts";
import { cityText, date } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { type Known, phaseOf, UploadQueue } from "../../../uploads/queue.ts";
import { FileState, Uploads } from "../../../uploads/uploads.tsx";
import { texts } from "./texts.ts";

type Papers = Schemas["AccountLicenses"];
type Document = Papers["documents"][number];

const listed = () => body(api.GET("/v1/account/licenses"));

/** Returns the documents that are not deleted, in the form of the upload queue. */
function known({ documents }: Papers): Known[] {
  return documents.flatMap(({ documentId, state, ...file }) =>
    state === "DELETED" ? [] : [{ fileId: documentId, state, ...file }],
  );
}

interface Props {
  readonly city: Portal;
  readonly type: Portal["accountTypes"][number];
  readonly papers: Papers;
  readonly load: Load<Papers>;
}

/** The account's documents by kind, with controls to send more. */
export function Documents({ city, type, papers, load }: Props) {
  const t = useText(texts);
  const queue = useMemo(
    () =>
      new UploadQueue({
        rule: city.files.account,
        announce: async (file, key) => {
          const { documentId, upload } = await body(
            api.POST("/v1/account/documents", { params: { header: { "Idempotency-Key": key } }, body: file }),
          );
          return { fileId: documentId, upload };
        },
        known: async () => {
          const now = await listed();
          load.show(now);
          return known(now);
        },
        remove: async (documentId) => {
          await api.DELETE("/v1/account/documents/{documentId}", { params: { path: { documentId } } });
        },
      }),
    [city],
  );
  useEffect(() => queue.show(known(papers)), [queue, papers]);
  const kinds = type.attachments.flatMap(({ kind }) => {
    const found = city.attachmentKinds.find(({ key }) => key === kind);
    return found ? [{ key: kind, label: cityText(found.label), hint: found.hint && cityText(found.hint) }] : [];
  });
  return (
    <>
      <Uploads
        queue={queue}
        rule={city.files.account}
        kinds={kinds}
        below={({ fileId }) => {
          const found = papers.documents.find(({ documentId }) => documentId === fileId);
          return found && <About document={found} />;
        }}
      />
      <Deleted papers={papers} zone={city.timeZone} t={t} />
    </>
  );
}

/** The account's documents for members who may only view them. */
export function DocumentList({ city, papers }: Pick<Props, "city" | "papers">) {
  const t = useText(texts);
  const present = papers.documents.filter(({ state }) => state !== "DELETED");
  return (
    <>
      {present.length === 0 && <p>{t("noDocuments")}</p>}
      <ul class="files">
        {present.map((document) => {
          const phase = phaseOf({ ...document, state: document.state as Known["state"] });
          const kind = city.attachmentKinds.find(({ key }) => key === document.kind);
          return (
            <li class={`file file-${phase.phase}`} key={document.documentId}>
              <span class="file-name">
                {kind && `${cityText(kind.label)}: `}
                {document.name}
              </span>
              <FileState of={{ ...phase, progress: 1 }} rule={city.files.account} />
              <span>
                <About document={document} />
              </span>
            </li>
          );
        })}
      </ul>
      <Deleted papers={papers} zone={city.timeZone} t={t} />
    </>
  );
}

function Deleted({ papers, zone, t }: { papers: Papers; zone: string; t: ReturnType<typeof useText<"deleted">> }) {
  return (
    <>
      {papers.documents
        .filter(({ state }) => state === "DELETED")
        .map(({ documentId, name, deletedAt }) => (
          <p key={documentId} class="usa-hint">
            {t("deleted", { name, date: deletedAt ? date(deletedAt, zone) : "" })}
          </p>
        ))}
    </>
  );
}

/** A link to a document's content, or the reason why there is no link. */
function About({ document: { documentId, name, identity, state, deleteOn } }: { document: Document }) {
  const t = useText(texts);
  const { run, error } = useCommand();
  if (identity) {
    return (
      <span class="usa-hint">
        {t("clerksOnly")} {deleteOn && t("deleteOn", { date: date(deleteOn) })}
      </span>
    );
  }
  if (state !== "READY") {
    return null;
  }
  const download = () =>
    run(async () => {
      const { url } = await body(api.GET("/v1/account/documents/{documentId}", { params: { path: { documentId } } }));
      location.assign(url);
    });
  return (
    <>
      <button
        type="button"
        class="usa-button usa-button--unstyled"
        aria-label={t("downloadNamed", { name })}
        onClick={() => void download()}
      >
        {t("download")}
      </button>
      {error && <ErrorAlert error={error} />}
    </>
  );
}
