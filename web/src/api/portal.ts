import { Store } from "../state/store.ts";
import { api, body } from "./client.ts";
import type { Portal } from "./types.ts";

/** The city, once it is known. */
export const city = new Store<Portal | undefined>(undefined);

const KEPT = "contact";

/** Where the city could be reached when it was last known: wanted most when the portal does not answer. */
export function lastContact(): Portal["contact"] | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null") as Partial<Portal["contact"]> | null;
    // Kept by an earlier version of the portal, it may be of another shape.
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

/** The city's name, types, questions, limits: asked for once, again after a failure. */
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
