import { useEffect, useState } from "preact/hooks";
import { api, body } from "../../api/client.ts";
import { city } from "../../api/portal.ts";
import type { Portal, Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { kindLabel } from "../../permits/words.ts";
import { useStore } from "../../state/store.ts";
import { type Known, UploadQueue } from "../../uploads/queue.ts";
import { Uploads } from "../../uploads/uploads.tsx";
import { texts } from "./texts.ts";

type Opened = Schemas["OpenedPermit"];
type Rule = keyof Portal["files"];

interface Props {
  readonly permitId: string;
  readonly opened: Opened;
  /** Loads the permit again and shows it. */
  readonly again: () => Promise<Opened>;
}

/** The city's file rule for each kind of document. */
function ruleOf(portal: Portal, kind: string): Rule {
  return (portal.documentKinds.find(({ key }) => key === kind)?.files ?? "documents") as Rule;
}

/** Sends documents to the permit. The person first chooses the kind, then the files. */
export function Sending({ permitId, opened, again }: Props) {
  const t = useText(texts);
  const portal = useStore(city);
  const { uploadKinds } = opened;
  const [chosen, choose] = useState(uploadKinds.length === 1 ? (uploadKinds[0] ?? "") : "");
  if (!portal) {
    return null;
  }
  const rules = [...new Set(portal.documentKinds.map(({ key }) => ruleOf(portal, key)))];
  return (
    <section class="no-print">
      <h2>{t("send")}</h2>
      {uploadKinds.length === 0 ? (
        <p>{t("nothingToSend")}</p>
      ) : (
        <div class="narrow">
          <label class="usa-label" for="document-kind">
            {t("kind")}
          </label>
          <select
            class="usa-select"
            id="document-kind"
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="">{t("select")}</option>
            {uploadKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindLabel(kind)}
              </option>
            ))}
          </select>
        </div>
      )}
      {rules.map((rule) => (
        <OfRule
          key={rule}
          permitId={permitId}
          opened={opened}
          again={again}
          portal={portal}
          rule={rule}
          chosen={ruleOf(portal, chosen) === rule ? chosen : ""}
        />
      ))}
    </section>
  );
}

/**
 * The files under one of the city's file rules: files that were sent on this visit, and earlier files that are not
 * ready.
 */
function OfRule({
  permitId,
  opened,
  again,
  portal,
  rule,
  chosen,
}: Props & { portal: Portal; rule: Rule; chosen: string }) {
  const limits = portal.files[rule];
  const mine = (of: Opened) =>
    of.documents.filter(({ addedByYou, kind }) => addedByYou && ruleOf(portal, kind) === rule).map(known);
  const [queue] = useState<UploadQueue>(() => {
    const made: UploadQueue = new UploadQueue({
      rule: limits,
      announce: async (file, key) => {
        const { documentId, upload } = await body(
          api.POST("/v1/permits/{permitId}/documents", {
            params: { path: { permitId }, header: { "Idempotency-Key": key } },
            body: file,
          }),
        );
        return { fileId: documentId, upload };
      },
      known: async () => {
        const followed = made.items.get();
        return mine(await again()).filter(({ fileId }) => followed.some((item) => item.fileId === fileId));
      },
      remove: async (documentId) => {
        await api.DELETE("/v1/permits/{permitId}/documents/{documentId}", {
          params: { path: { permitId, documentId } },
        });
        await again();
      },
    });
    return made;
  });
  useEffect(() => queue.show(mine(opened).filter(({ state }) => state !== "READY")), [queue]);
  const items = useStore(queue.items);
  if (!chosen && items.length === 0) {
    return null;
  }
  return (
    <Uploads
      queue={queue}
      rule={limits}
      kinds={chosen ? [{ key: chosen, label: kindLabel(chosen) }] : []}
      labelOf={kindLabel}
    />
  );
}

function known({ documentId, kind, state, name, bytes, sha256, reason }: Opened["documents"][number]): Known {
  return { fileId: documentId, kind, state, name, bytes, sha256, reason };
}
