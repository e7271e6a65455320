import createClient, { type Middleware } from "openapi-fetch";
import { ApiError, errorOf } from "./apierror.ts";
import { CALLERS } from "./generated/callers.ts";
import { type Session, session, staffSession } from "./session.ts";
import { send } from "./transport.ts";
import type { paths } from "./types.ts";

function sessionOf(method: string, path: string): Session | undefined {
  const caller = CALLERS[`${method} ${path}`];
  return caller && (caller === "staff" ? staffSession : session);
}

/** Copies of requests, to send again if the token is refused. A request's body can be read only once. */
const copies = new WeakMap<Request, Request>();

const signedIn: Middleware = {
  async onRequest({ request, schemaPath }) {
    const of = sessionOf(request.method, schemaPath);
    if (!of) {
      return request;
    }
    const token = await of.access();
    if (!token) {
      throw new ApiError("NOT_SIGNED_IN", 401);
    }
    request.headers.set("Authorization", `Bearer ${token}`);
    copies.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response, schemaPath }) {
    let last = response;
    const copy = copies.get(request);
    if (response.status === 401 && copy) {
      const refused = request.headers.get("Authorization")?.replace("Bearer ", "");
      const token = await sessionOf(request.method, schemaPath)?.renewed(refused);
      if (token) {
        copy.headers.set("Authorization", `Bearer ${token}`);
        last = await send(copy);
      }
    }
    if (!last.ok && last.status !== 304) {
      throw await errorOf(last);
    }
    return last;
  },
};

/**
 * Calls the contract's operations by path: `api.GET("/v1/portal")`. Throws an `ApiError` for any answer that is no
 * success.
 */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(signedIn);

/** Returns the body of a successful answer. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** Returns the value of `If-Match` for a version. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** Returns a new value for `Idempotency-Key`. Use one key for each new item, and the same key for all retries. */
export function newKey(): string {
  return crypto.randomUUID();
}
