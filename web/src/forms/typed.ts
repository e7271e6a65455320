import { session, staffSession } from "../api/session.ts";
import { keepInTab, kept } from "./tab.ts";

type Values = Readonly<Record<string, string>>;

const SECRET = /password|answer|code/i;
const STORED = "typed:";

/** What was typed and not sent outlives going back and forth. */
const here = new Map<string, Values>();

/** What a form changes: what was typed belongs to it, and outlives a reload of the tab while its version is the same. */
export interface Upon {
  readonly id: string;
  readonly version: number;
}

/** What was typed into the form of this name. */
export function typedBefore(form: string, upon?: Upon): Values | undefined {
  return here.get(named(form, upon?.id)) ?? (upon && stored(form, upon));
}

/** Keeps it, but for passwords, answers and codes. */
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

// Whoever signs in after somebody signed out finds nothing of theirs.
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
