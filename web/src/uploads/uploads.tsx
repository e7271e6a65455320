import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import en from "../../../messages/en/web/uploads.json";
import type { Schemas } from "../api/types.ts";
import { size } from "../i18n/format.ts";
import { language } from "../i18n/language.ts";
import { messages, useText, type Values } from "../i18n/messages.ts";
import { useStore } from "../state/store.ts";
import { ErrorAlert } from "../ui/alert.tsx";
import { useCommand } from "../ui/command.ts";
import { focusUnlessTaken } from "../ui/focus.ts";
import { texts as problems } from "../ui/texts.ts";
import type { Item, UploadQueue } from "./queue.ts";
import { accepted } from "./transfer.ts";

const texts = messages(en, import.meta.glob(["./*/web/uploads.json", "!./en/**"], { base: "../../../messages" }));

export interface Kind {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
}

interface Props {
  readonly queue: UploadQueue;
  readonly rule: Schemas["FileRule"];
  readonly kinds: readonly Kind[];
  /** Returns more elements to show below a file, such as a link to open it. */
  readonly below?: ((item: Item) => ComponentChildren) | undefined;
  /** Returns the label of a kind that is not in `kinds`. */
  readonly labelOf?: (kind: string) => string;
}

const NAMES: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/heic": "HEIC",
  "image/tiff": "TIFF",
  "image/vnd.dwg": "DWG",
  "model/vnd.dwf": "DWF",
  "application/x-step": "IFC",
};

function limits(rule: Schemas["FileRule"]): Values {
  return {
    types: rule.types.map((type) => NAMES[type] ?? type).join(", "),
    size: size(rule.maxBytes),
    files: rule.maxFiles,
  };
}

/**
 * Controls to send files of several kinds. Files are sent as soon as they are chosen, dropped or photographed. The list
 * shows the state of each file.
 */
export function Uploads({ queue, rule, kinds, below, labelOf }: Props) {
  const t = useText(texts);
  const items = useStore(queue.items);
  const shown = new Set(kinds.map(({ key }) => key));
  const last = items.filter(({ phase }) => phase === "ready" || phase === "refused" || phase === "failed").at(-1);
  return (
    <div class="uploads">
      {kinds.length > 0 && (
        <p class="usa-hint">
          {t("atOnce")} {t("limits", limits(rule))}
        </p>
      )}
      {kinds.map((kind) => (
        <KindOfFile
          key={kind.key}
          kind={kind}
          queue={queue}
          rule={rule}
          below={below}
          items={items.filter((item) => item.kind === kind.key)}
        />
      ))}
      <FileList
        items={items.filter((item) => !shown.has(item.kind))}
        queue={queue}
        rule={rule}
        below={below}
        labelOf={labelOf}
      />
      <p class="usa-sr-only" role="status">
        {last && t("said", { name: last.name, state: t(last.phase) })}
      </p>
    </div>
  );
}

/** Returns the id of the button that chooses files of a kind. */
function idOf(kind: string): string {
  return `files-${kind}`;
}

type Several = Omit<Props, "kinds"> & { readonly items: readonly Item[] };
type KindProps = { kind: Kind } & Several;

function KindOfFile({ kind, queue, rule, items, below }: KindProps) {
  const t = useText(texts);
  const [over, setOver] = useState(false);
  const id = idOf(kind.key);
  const add = (files: FileList | null | undefined) => files && queue.add(kind.key, files);
  return (
    <fieldset class="usa-fieldset upload-kind" aria-describedby={kind.hint ? `${id}-hint` : undefined}>
      <legend class="usa-legend">
        {kind.label} {kind.required && <span class="usa-hint">({t("required")})</span>}
      </legend>
      {kind.hint && (
        <p class="usa-hint" id={`${id}-hint`}>
          {kind.hint}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first */}
      <div
        class={`drop${over ? " drop-over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer?.files);
        }}
      >
        <span class="drop-text">{t("drop")}</span>
        <Chooser
          id={id}
          label={t("choose", { kind: kind.label })}
          short={t("chooseShort")}
          accept={accepted(rule.types)}
          add={add}
        />
        {rule.types.includes("image/jpeg") && (
          <Chooser
            id={`${id}-photo`}
            label={t("photo", { kind: kind.label })}
            short={t("photoShort")}
            accept="image/*"
            photo
            add={add}
          />
        )}
      </div>
      <FileList items={items} queue={queue} rule={rule} below={below} />
    </fieldset>
  );
}

interface ChooserProps {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly accept: string;
  readonly photo?: boolean;
  readonly add: (files: FileList | null) => void;
}

/** The browser's own file input. It looks like a button. */
function Chooser({ id, label, short, accept, photo, add }: ChooserProps) {
  return (
    <span class={`chooser${photo ? " chooser-photo" : ""}`}>
      <input
        type="file"
        id={id}
        aria-label={label}
        multiple={!photo}
        accept={accept}
        capture={photo ? "environment" : undefined}
        onChange={(event) => {
          add(event.currentTarget.files);
          // Clear the input, so that the same file can be chosen again after it was removed.
          event.currentTarget.value = "";
        }}
      />
      <span class="usa-button usa-button--outline" aria-hidden="true">
        {short}
      </span>
    </span>
  );
}

function FileList({ items, ...props }: Several) {
  if (items.length === 0) {
    return null;
  }
  return (
    <ul class="files">
      {items.map((item) => (
        <FileLine key={item.key} item={item} {...props} />
      ))}
    </ul>
  );
}

/** Returns a percentage such as "40%", in the form of the language. */
function percent(progress: number): string {
  return new Intl.NumberFormat(language.get(), { style: "percent" }).format(progress);
}

function because(code: string, title: string | undefined, values: Values): string {
  if (texts.has(code)) {
    return texts.text(code, values);
  }
  return problems.has(code) ? problems.text(code) : (title ?? texts.text("OTHER", values));
}

/** The state of a file, with the reason if it was refused. */
export function FileState({
  of,
  rule,
}: {
  of: Pick<Item, "phase" | "code" | "title" | "progress">;
  rule: Schemas["FileRule"];
}) {
  const t = useText(texts);
  const why = of.code && because(of.code, of.title, limits(rule));
  return (
    <span class="file-state">
      {t(of.phase, { percent: percent(of.progress) })}
      {why && `: ${why}`}
    </span>
  );
}

function FileLine({ item, queue, rule, below, labelOf }: Omit<Several, "items"> & { item: Item }) {
  const t = useText(texts);
  const { name, phase, progress } = item;
  const running = phase === "waiting" || phase === "sending";
  const { run, error } = useCommand();
  return (
    <li class={`file file-${phase}`}>
      <span class="file-name">
        {labelOf && `${labelOf(item.kind)}: `}
        {name}
      </span>
      <FileState of={item} rule={rule} />
      {running && <progress max={1} value={progress} aria-label={t("progress", { name })} />}
      {phase === "ready" && (
        <details class="file-receipt">
          <summary>
            {t("receipt", { size: size(item.bytes) })}
            <span class="usa-sr-only"> {name}</span>
          </summary>
          SHA-256: <code>{item.sha256}</code>
        </details>
      )}
      {below && <span>{below(item)}</span>}
      <span class="file-actions">
        {phase === "failed" && (
          <button
            type="button"
            class="usa-button usa-button--unstyled"
            aria-label={t("retryNamed", { name })}
            onClick={() => queue.retry(item.key)}
          >
            {t("retry")}
          </button>
        )}
        <button
          type="button"
          class="usa-button usa-button--unstyled"
          aria-label={t(running ? "cancelNamed" : "removeNamed", { name })}
          onClick={() =>
            void run(async () => {
              await queue.remove(item.key);
              focusUnlessTaken(() => document.getElementById(idOf(item.kind)));
            })
          }
        >
          {t(running ? "cancel" : "remove")}
        </button>
      </span>
      {error && (
        <div class="file-error">
          <ErrorAlert error={error} />
        </div>
      )}
    </li>
  );
}
