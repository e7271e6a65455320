import problems from "../../../messages/en/web/problems.json";
import type { Problem, Schemas } from "../api/types.ts";

/** An answer of the API in a state. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, "none" if the network fails, or "never" if no answer comes. */
export type Reply = Answer | "none" | "never";

/**
 * Replies by method and path, e.g. "GET /v1/portal". A "*" stands for one part of a path. Several replies come one
 * after the other; then the last one is repeated.
 */
export type Api = Readonly<Record<string, Reply | readonly Reply[]>>;

/** A step that a person takes to reach a state. Fields and buttons are named by their labels. */
export type Step =
  | { readonly fill: string; readonly with: string }
  | { readonly choose: string; readonly option: string }
  | { readonly tick: string }
  | { readonly click: string }
  | { readonly open: string }
  | { readonly key: string }
  | { readonly files: string; readonly names: readonly string[] }
  | { readonly see: string };

/** A state of a page. The gallery draws it, and component tests check it. */
export interface State {
  /** The page's address, with a language at its beginning for a state in another language. */
  readonly path: string;
  readonly api?: Api;
  readonly steps?: readonly Step[];
  /** A text that the page shows only in this state. */
  readonly shows: string;
  /** The values in the browser's `localStorage` before the page opens. */
  readonly kept?: Readonly<Record<string, string>>;
}

export type States = Readonly<Record<string, State>>;

/** Returns a successful answer. The compiler checks its body against the contract: `ok<"Registration">({…})`. */
export function ok<S extends keyof Schemas>(body: Schemas[S], status = 200): Answer {
  return { status, body };
}

/** Returns the portal's answer with a problem. */
export function problem(status: number, code: Problem["code"], more: Partial<Problem> = {}): Answer {
  const body = {
    type: `urn:permit-portal:${code}`,
    title: problems[code],
    status,
    code,
    requestId: "sample-request",
    ...more,
  };
  return { status, body: body satisfies Problem, headers: { "content-type": "application/problem+json" } };
}

/** Returns an answer of API Gateway itself. */
export function gateway(status: number, message: string): Answer {
  return { status, body: { message } satisfies Schemas["GatewayMessage"] };
}

/**
 * The API that refreshes an existing session. Use it for states of a signed-in person, with `kept: { session: "1" }`.
 */
export const SIGNED_IN: Api = {
  "POST /v1/session/refresh": ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
};
export const STAFF_SIGNED_IN: Api = {
  "POST /v1/staff/session/refresh": ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
};
