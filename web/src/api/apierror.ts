import type { FieldError, Problem } from "./types.ts";

/** The codes of errors that only a client can see. */
type OwnCode = "OFFLINE" | "UNREACHABLE" | "MAINTENANCE" | "BUSY" | "TOO_LARGE" | "CANCELLED";

/** The codes of errors that can come without a problem of the portal, and so without its text. */
export type ClientCode =
  | OwnCode
  | Extract<Problem["code"], "NOT_SIGNED_IN" | "SESSION_ENDED" | "NOT_ALLOWED" | "NOT_FOUND" | "INTERNAL_ERROR">;

/** The codes of errors: the contract's codes, and those that only a client can see. */
export type ErrorCode = Problem["code"] | OwnCode;

/** The only error that a call throws. Its cause is a problem, a message of API Gateway, or a missing answer. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ErrorCode,
    readonly status = 0,
    readonly problem?: Problem,
    /** The seconds to wait, if the answer names them. */
    readonly retryAfter?: number,
  ) {
    super(code);
  }

  get fields(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }

  /** The values that texts about this error may use. */
  get values(): Record<string, string | number> {
    return {
      requestId: this.problem?.requestId ?? "",
      seconds: this.retryAfter ?? 0,
      minutes: Math.max(1, Math.ceil((this.retryAfter ?? 0) / 60)),
    };
  }

  /** Whether the same call can succeed later, or after a sign-in. */
  get passes(): boolean {
    return this.temporary || ["TOO_MANY_TRIES", "NOT_SIGNED_IN", "SESSION_ENDED"].includes(this.code);
  }

  /** Whether the same call can succeed a little later. */
  get temporary(): boolean {
    return ["OFFLINE", "UNREACHABLE", "MAINTENANCE", "BUSY", "TEMPORARILY_UNAVAILABLE", "INTERNAL_ERROR"].includes(
      this.code,
    );
  }
}

/** The codes for API Gateway's own answers, by status. These answers have only a message and no code. */
const OF_STATUS: Readonly<Record<number, ClientCode>> = {
  401: "NOT_SIGNED_IN",
  403: "NOT_ALLOWED",
  404: "NOT_FOUND",
  413: "TOO_LARGE",
  429: "BUSY",
  503: "MAINTENANCE",
  504: "MAINTENANCE",
};

/** Returns the error for an answer that is no success. */
export async function errorOf(response: Response): Promise<ApiError> {
  const seconds = Number(response.headers.get("Retry-After")) || undefined;
  const problem = (response.headers.get("Content-Type") ?? "").includes("problem+json")
    ? ((await response.json().catch(() => undefined)) as Problem | undefined)
    : undefined;
  const code = problem?.code ?? OF_STATUS[response.status] ?? "INTERNAL_ERROR";
  return new ApiError(code, response.status, problem, seconds);
}

/** Returns a thrown `ApiError`. Throws anything else again, because it is a fault of the pages. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) {
    return thrown;
  }
  throw thrown;
}
