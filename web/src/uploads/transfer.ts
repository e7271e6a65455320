import { ApiError } from "../api/apierror.ts";
import type { Schemas } from "../api/types.ts";

/**
 * Sends a file to the address and with the headers that the portal gave.
 *
 * @param progress receives the part that was sent, from 0 to 1
 */
export function transfer(
  file: Blob,
  upload: Schemas["Upload"],
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open(upload.method, upload.url);
    for (const [name, value] of Object.entries(upload.headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      // 412 means that an earlier try has arrived and only its answer was lost.
      if ((request.status >= 200 && request.status < 300) || request.status === 412) {
        done();
      } else {
        failed(new ApiError(request.status === 403 ? "LINK_ENDED" : "UNREACHABLE", request.status));
      }
    };
    request.onerror = () => failed(new ApiError(navigator.onLine ? "UNREACHABLE" : "OFFLINE"));
    request.onabort = () => failed(new ApiError("CANCELLED"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

/** Returns the SHA-256 hash of a file in base64, as the contract requires. */
export async function sha256(file: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return btoa(String.fromCharCode(...hash));
}

const BY_ENDING: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  heic: "image/heic",
  heif: "image/heic",
  tif: "image/tiff",
  tiff: "image/tiff",
  dwg: "image/vnd.dwg",
  dwf: "model/vnd.dwf",
  ifc: "application/x-step",
};

/**
 * Returns the media type to announce. The file name's ending is more reliable than the type from the system, which is
 * often empty for HEIC files and plans.
 */
export function mediaType(file: File): string {
  const ending = /\.(\w+)$/.exec(file.name.toLowerCase())?.[1] ?? "";
  return BY_ENDING[ending] ?? file.type;
}

/** Returns the value of an input's `accept`: the media types and their endings. */
export function accepted(types: readonly string[]): string {
  const endings = Object.entries(BY_ENDING).flatMap(([ending, type]) => (types.includes(type) ? [`.${ending}`] : []));
  return [...types, ...endings].join(",");
}
