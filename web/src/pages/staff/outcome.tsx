import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ApiError, type ErrorCode } from "../../api/apierror.ts";
import { useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { texts } from "./texts.ts";

export interface Command {
  readonly send: () => Promise<unknown>;
  /** What the page says when it is done. */
  readonly done: string;
  /** Closes the form that sent it. */
  readonly close: () => void;
}

export interface Outcome {
  /** What the last command did; it takes the focus, as what was pressed may be gone. */
  readonly message: ComponentChildren;
  /** Sends a command, says what it did and loads the page's data again; throws what was refused, which keeps the form. */
  readonly run: (command: Command) => Promise<void>;
}

/** Refusals that say that another of the staff decided first. */
const OVERTAKEN: readonly ErrorCode[] = ["CHANGED_MEANWHILE", "LINK_REQUEST_CLOSED"];

/** Shows what a command of the page did, and then the page as it is now: `again` loads it. */
export function useOutcome(again: () => Promise<void>): Outcome {
  const t = useText(texts);
  const [said, setSaid] = useState<{ readonly overtaken: boolean; readonly what: string; readonly time: number }>();

  async function run({ send, done, close }: Command): Promise<void> {
    const overtaken = await wasOvertaken(send);
    close();
    setSaid((before) => ({ overtaken, what: overtaken ? t("faster") : done, time: (before?.time ?? 0) + 1 }));
    await again();
  }

  return {
    run,
    // The same words a second time are another message, which takes the focus again.
    message: said && (
      <Alert key={said.time} kind={said.overtaken ? "warning" : "success"} focus>
        {said.what}
      </Alert>
    ),
  };
}

async function wasOvertaken(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    return false;
  } catch (e) {
    if (e instanceof ApiError && OVERTAKEN.includes(e.code)) {
      return true;
    }
    throw e;
  }
}
