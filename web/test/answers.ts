import type { Portal, Schemas } from "../src/api/types.ts";
import type { Answer, Api } from "../src/pages/states.ts";
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

/** What answers a call, the state's own first; undefined when nobody foresaw it. */
export function answerTo(api: Api, method: string, path: string): Answer | "none" | "never" | undefined {
  const fits = (key: string) => new RegExp(`^${key.replaceAll("*", "[^/]+")}$`).test(`${method} ${path}`);
  for (const answers of [api, ALWAYS]) {
    const key = Object.keys(answers).find(fits);
    if (key) {
      return answers[key];
    }
  }
  return undefined;
}
