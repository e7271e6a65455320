import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ApiError, type ErrorCode } from "../../api/apierror.ts";
import { useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { texts } from "./texts.ts";

export interface Command {
  readonly send: () => Promise<unknown>;
  /** The page's message after the command. */
  readonly done: string;
  /** Closes the form that sent the command. */
  readonly close: () => void;
}

export interface Outcome {
  /** The message about the last command. It takes the focus, because the pressed button may be gone. */
  readonly message: ComponentChildren;
  /**
   * Sends a command, shows a message and loads the page's data again. Throws the error of a refused command, so that
   * the form stays.
   */
  readonly run: (command: Command) => Promise<void>;
}

/** The refusals that mean that another member of staff has decided first. */
const OVERTAKEN: readonly ErrorCode[] = ["CHANGED_MEANWHILE", "LINK_REQUEST_CLOSED"];

/** Shows the result of a command and loads the page's data again with `again`. */
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
    // A repeated message is a new message, so it takes the focus again.
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
