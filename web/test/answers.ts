import type { Portal, Schemas } from "../src/api/types.ts";
import type { Api, Reply } from "../src/pages/states.ts";
import portal from "./portal.json" with { type: "json" };
import terms from "./terms.json" with { type: "json" };

/** The sample city, as `getPortal` answers. */
export const aCity = portal as Portal;

/** What every page may ask, whatever its state. */
export const ALWAYS: Api = {
  "GET /v1/portal": { status: 200, body: aCity },
  "GET /v1/terms": { status: 200, body: terms as Schemas["Terms"] },
  "POST /v1/session/refresh": { status: 401, body: { message: "Unauthorized" } },
  "POST /v1/staff/session/refresh": { status: 401, body: { message: "Unauthorized" } },
};

/** Answers the calls of one visit, the state's own replies first; undefined when nobody foresaw a call. */
export function answering(api: Api): (method: string, path: string) => Reply | undefined {
  const asked = new Map<string, number>();
  return (method, path) => {
    const fits = (key: string) => new RegExp(`^${key.replaceAll("*", "[^/]+")}$`).test(`${method} ${path}`);
    for (const replies of [api, ALWAYS]) {
      const key = Object.keys(replies).find(fits);
      if (key !== undefined) {
        const found = replies[key] as Reply | readonly Reply[];
        const before = asked.get(key) ?? 0;
        asked.set(key, before + 1);
        return Array.isArray(found) ? found[Math.min(before, found.length - 1)] : (found as Reply);
      }
    }
    return undefined;
  };
}
