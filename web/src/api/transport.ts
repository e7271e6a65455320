import { ApiError } from "./apierror.ts";

/** Calls `fetch`. Throws an `ApiError` when no answer comes. */
export async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (e) {
    if (e instanceof DOMException && e.name === "AbortError") {
      throw new ApiError("CANCELLED");
    }
    throw new ApiError(navigator.onLine ? "UNREACHABLE" : "OFFLINE");
  }
}
