import { Store } from "../i18n/store.ts";
import { api, body } from "./client.ts";
import type { Portal } from "./types.ts";

/** The city, once it is known. */
export const city = new Store<Portal | undefined>(undefined);

let asked: Promise<Portal> | undefined;

/** The city's name, types, questions, limits: asked for once, again after a failure. */
export function portal(): Promise<Portal> {
  asked ??= body(api.GET("/v1/portal")).then(
    (found) => {
      city.set(found);
      return found;
    },
    (e) => {
      asked = undefined;
      throw e;
    },
  );
  return asked;
}
