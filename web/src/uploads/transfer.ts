import { ApiError } from "../api/apierror.ts";
import type { Schemas } from "../api/types.ts";

/** Sends a file's bytes where and how the portal said; `progress` from 0 to 1. */
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
      // 412: a try before this one arrived, only its answer was lost.
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

/** The content's SHA-256 in base64, as the contract asks for it. */
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

/** The media type to announce: the ending says more than what systems guess, which is often nothing for HEIC or plans. */
export function mediaType(file: File): string {
  const ending = /\.(\w+)$/.exec(file.name.toLowerCase())?.[1] ?? "";
  return BY_ENDING[ending] ?? file.type;
}

/** For an input's `accept`: the media types and their endings. */
export function accepted(types: readonly string[]): string {
  const endings = Object.entries(BY_ENDING).flatMap(([ending, type]) => (types.includes(type) ? [`.${ending}`] : []));
  return [...types, ...endings].join(",");
}
