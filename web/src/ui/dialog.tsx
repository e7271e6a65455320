import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { texts } from "./texts.ts";

interface Props {
  readonly heading: string;
  readonly children: ComponentChildren;
  /** The text of the button that confirms. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy?: boolean;
  /** Whether the action deletes something permanently. Then the button has the color of a warning. */
  readonly danger?: boolean;
}

/** Asks before an action. Escape and the second button cancel it. */
export function Dialog({ heading, children, confirm, onConfirm, onClose, busy, danger = false }: Props) {
  const t = useText(texts);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-heading" onClose={onClose}>
      <h2 id="dialog-heading">{heading}</h2>
      {children}
      <div class="form-actions">
        <button
          type="button"
          class={danger ? "usa-button usa-button--secondary" : "usa-button"}
          aria-disabled={busy}
          onClick={() => !busy && onConfirm()}
        >
          {confirm}
        </button>
        <button type="button" class="usa-button usa-button--unstyled" onClick={() => dialog.current?.close()}>
          {t("cancel")}
        </button>
      </div>
    </dialog>
  );
}
