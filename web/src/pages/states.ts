import type { Problem, Schemas } from "../api/types.ts";

/** What the API answers in a state. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** "none": the network fails; "never": no answer comes. */
export type Reply = Answer | "none" | "never";

/** By method and path, e.g. "GET /v1/portal"; "*" stands for one part of a path. Several replies: one after the other, then the last. */
export type Api = Readonly<Record<string, Reply | readonly Reply[]>>;

/** What somebody does to get to a state; fields and buttons by what they are called. */
export type Step =
  | { readonly fill: string; readonly with: string }
  | { readonly choose: string; readonly option: string }
  | { readonly tick: string }
  | { readonly click: string }
  | { readonly open: string }
  | { readonly key: string }
  | { readonly files: string; readonly names: readonly string[] }
  | { readonly see: string };

/** A page in a state that it can be in: drawn by the gallery, asserted by component tests. */
export interface State {
  /** With a language before it, where the state is one of another language. */
  readonly path: string;
  readonly api?: Api;
  readonly steps?: readonly Step[];
  /** A text that is only there in this state. */
  readonly shows: string;
  /** What is kept in the browser beforehand: `localStorage`. */
  readonly kept?: Readonly<Record<string, string>>;
}

export type States = Readonly<Record<string, State>>;

/** A successful answer, its body checked against the contract: `ok<"Registration">({…})`. */
export function ok<S extends keyof Schemas>(body: Schemas[S], status = 200): Answer {
  return { status, body };
}

/** A problem as the portal answers it. */
export function problem(status: number, code: Problem["code"], more: Partial<Problem> = {}): Answer {
  const body = { type: `urn:permit-portal:${code}`, title: code, status, code, requestId: "sample-request", ...more };
  return { status, body: body satisfies Problem, headers: { "content-type": "application/problem+json" } };
}

/** What API Gateway answers itself. */
export function gateway(status: number, message: string): Answer {
  return { status, body: { message } satisfies Schemas["GatewayMessage"] };
}

/** The refresh of a session that is there: for states of somebody who is signed in, with `kept: { session: "1" }`. */
export const SIGNED_IN: Api = {
  "POST /v1/session/refresh": ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
};
export const STAFF_SIGNED_IN: Api = {
  "POST /v1/staff/session/refresh": ok<"Session">({ accessToken: "sample", expiresIn: 600 }),
};
