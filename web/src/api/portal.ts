import { Store } from "../state/store.ts";
import { api, body } from "./client.ts";
import type { Portal } from "./types.ts";

/** The city's settings; undefined until they are loaded. */
export const city = new Store<Portal | undefined>(undefined);

const KEPT = "contact";

/** Returns the city's contact details from the last visit. They are needed most when the portal does not answer. */
export function lastContact(): Portal["contact"] | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null") as Partial<Portal["contact"]> | null;
    // An earlier version of the portal may have stored another form.
    return kept?.office && kept.phone && kept.email && kept.address && kept.hours
      ? (kept as Portal["contact"])
      : undefined;
  } catch {
    return undefined;
  }
}

function keepContact({ contact }: Portal): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(contact));
  } catch {
    return;
  }
}

let asked: Promise<Portal> | undefined;

/** Loads the city's settings: name, types, questions, limits. Loads them once, and again after a failure. */
export function portal(): Promise<Portal> {
  asked ??= body(api.GET("/v1/portal")).then(
    (found) => {
      city.set(found);
      keepContact(found);
      return found;
    },
    (e) => {
      asked = undefined;
      throw e;
    },
  );
  return asked;
}
