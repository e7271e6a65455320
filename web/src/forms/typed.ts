import { session, staffSession } from "../api/session.ts";
import { keepInTab, kept } from "./tab.ts";

type Values = Readonly<Record<string, string>>;

const SECRET = /password|answer|code/i;
const STORED = "typed:";

/** Typed values that were not sent. They survive moving between pages. */
const here = new Map<string, Values>();

/**
 * The item that a form changes. Typed values belong to this item. They survive a reload of the tab as long as the
 * item's version is the same.
 */
export interface Upon {
  readonly id: string;
  readonly version: number;
}

/** Returns the values that were typed into the form with this name. */
export function typedBefore(form: string, upon?: Upon): Values | undefined {
  return here.get(named(form, upon?.id)) ?? (upon && stored(form, upon));
}

/** Stores typed values, except passwords, answers and codes. */
export function keep(form: string, typed: Values, upon?: Upon): void {
  const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRET.test(name)));
  here.set(named(form, upon?.id), values);
  if (upon) {
    keepInTab(STORED + named(form, upon.id), { version: upon.version, values });
  }
}

export function forget(form: string, upon?: string): void {
  here.delete(named(form, upon));
  keepInTab(STORED + named(form, upon), undefined);
}

function named(form: string, upon: string | undefined): string {
  return upon === undefined ? form : `${form} ${upon}`;
}

function stored(form: string, { id, version }: Upon): Values | undefined {
  const found = kept<{ readonly version: number; readonly values: Values }>(STORED + named(form, id));
  return found?.version === version ? found.values : undefined;
}

// Delete typed values when a person signs out, so that the next person does not see them.
for (const { standing } of [session, staffSession]) {
  let before = standing.get();
  standing.subscribe((now) => {
    if (now === "out" && before !== "unknown") {
      for (const name of [...here.keys()]) {
        forget(name);
      }
    }
    before = now;
  });
}
