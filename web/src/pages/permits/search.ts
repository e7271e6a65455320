import { ApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import type { Schemas } from "../../api/types.ts";

export type Found = Schemas["FoundPermits"];
export type Way = "number" | "address" | "parcel";

/** Returns the ways to search for a text, the most likely way first. A text with words after digits is an address. */
export function waysToFind(typed: string): readonly Way[] {
  if (!/\d/.test(typed)) {
    return ["address"];
  }
  if (/^[a-z]{0,5}[\s-]*\d[\d\s-]*$/i.test(typed)) {
    return /[a-z]/i.test(typed) ? ["number", "address"] : ["number", "parcel"];
  }
  return /^\S*\d\S*$/.test(typed) ? ["number", "parcel", "address"] : ["address", "number"];
}

const LONGEST: Readonly<Record<Way, number>> = { number: 40, address: 120, parcel: 40 };

/** Returns a page of results for one way to search. */
export async function by(way: Way, typed: string, cursor?: string): Promise<Found> {
  return body(api.GET("/v1/permits", { params: { query: { [way]: typed, cursor } } }));
}

/**
 * Tries one way after the other until a way finds something.
 *
 * @throws ApiError the error of the most likely way, when no way finds anything
 */
export async function search(typed: string): Promise<{ readonly found: Found; readonly way: Way }> {
  let refused: ApiError | undefined;
  let nothing: Found | undefined;
  for (const way of waysToFind(typed).filter((each) => typed.length <= LONGEST[each])) {
    try {
      const found = await by(way, typed);
      if (found.permits.length + found.streets.length > 0 || found.next) {
        return { found, way };
      }
      nothing ??= found;
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || thrown.status !== 400) {
        throw thrown;
      }
      refused ??= thrown;
    }
  }
  if (refused?.code === "TYPE_THE_YEAR") {
    throw refused;
  }
  return { found: nothing ?? { permits: [], streets: [] }, way: "address" };
}
