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

/** What to send again if the token turns out to be refused: a body can be read once. */
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

/** The contract's operations by path: `api.GET("/v1/portal")`. What is no success is thrown as an `ApiError`. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(signedIn);

/** The body of a successful answer. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** What `If-Match` names. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** For `Idempotency-Key`: one for each thing that is to be made, kept over its retries. */
export function newKey(): string {
  return crypto.randomUUID();
}
