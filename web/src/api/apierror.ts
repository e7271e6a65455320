import type { FieldError, Problem } from "./types.ts";

/** What can go wrong: the contract's codes, and what only a client meets. */
export type ErrorCode =
  | Problem["code"]
  | "OFFLINE"
  | "UNREACHABLE"
  | "MAINTENANCE"
  | "BUSY"
  | "TOO_LARGE"
  | "CANCELLED";

/** The only error that a call throws: a problem, a message of API Gateway's, or no answer at all. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ErrorCode,
    readonly status = 0,
    readonly problem?: Problem,
    /** Seconds to wait, where the answer says so. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }

  get fields(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }

  /** What texts about it may name. */
  get values(): Record<string, string | number> {
    return {
      requestId: this.problem?.requestId ?? "",
      seconds: this.retryAfter ?? 0,
      minutes: Math.max(1, Math.ceil((this.retryAfter ?? 0) / 60)),
    };
  }

  /** Whether it is worth while to try the same again: later, or once one is signed in. */
  get passes(): boolean {
    return this.temporary || ["TOO_MANY_TRIES", "NOT_SIGNED_IN", "SESSION_ENDED"].includes(this.code);
  }

  /** Whether the same call may well succeed a little later. */
  get temporary(): boolean {
    return ["OFFLINE", "UNREACHABLE", "MAINTENANCE", "BUSY", "TEMPORARILY_UNAVAILABLE", "INTERNAL_ERROR"].includes(
      this.code,
    );
  }
}

/** API Gateway's own answers hold a message only: their status says what they mean. */
const OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: "NOT_SIGNED_IN",
  403: "NOT_ALLOWED",
  404: "NOT_FOUND",
  413: "TOO_LARGE",
  429: "BUSY",
  503: "MAINTENANCE",
  504: "MAINTENANCE",
};

/** The error that an answer tells of. */
export async function errorOf(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get("Retry-After")) || undefined;
  const problem = (response.headers.get("Content-Type") ?? "").includes("problem+json")
    ? ((await response.json().catch(() => undefined)) as Problem | undefined)
    : undefined;
  const code = problem?.code ?? OF_STATUS[response.status] ?? "INTERNAL_ERROR";
  return new ApiError(code, response.status, problem, seconds);
}

/** What was thrown, as an error to show; a fault of the pages' own is thrown on. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  throw thrown;
}
