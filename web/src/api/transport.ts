import { ApiError } from "./apierror.ts";

/** `fetch` whose failure is an `ApiError`. */
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
