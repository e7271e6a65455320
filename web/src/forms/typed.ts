import { session, staffSession } from "../api/session.ts";
import { keepInTab, kept } from "./tab.ts";

type Values = Readonly<Record<string, string>>;

const SECRET = /password|answer|code/i;
const STORED = "typed:";

/** What was typed and not sent outlives going back and forth. */
const here = new Map<string, Values>();

/** What was typed into the form of this name, also before a reload when it was kept with this stamp. */
export function typedBefore(form: string, stamp?: string): Values | undefined {
  return here.get(form) ?? stored(form, stamp);
}

/**
 * Keeps it, but for passwords, answers and codes.
 *
 * @param stamp what the form was filled in upon; with it a reload of this tab does no harm
 */
export function keep(form: string, typed: Values, stamp?: string): void {
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRET.test(name)));
  here.set(form, values);
  if (stamp !== undefined) {
    keepInTab(STORED + form, { stamp, values });
  }
}

export function forget(form: string): void {
  here.delete(form);
  keepInTab(STORED + form, undefined);
}

function stored(form: string, stamp: string | undefined): Values | undefined {
  const found = kept<{ readonly stamp: string; readonly values: Values }>(STORED + form);
  return found?.stamp === stamp ? found?.values : undefined;
}

// Whoever signs in after somebody signed out finds nothing of theirs.
for (const { standing } of [session, staffSession]) {
  let before = standing.get();
  standing.subscribe((now) => {
    if (now === "out" && before !== "unknown") {
      for (const form of [...here.keys()]) {
        forget(form);
      }
    }
    before = now;
  });
}
