import type { ApiError, ErrorCode } from "../api/apierror.ts";

/** A fault of a field. It has a code, so that its text changes with the language. */
export interface Fault {
  readonly code: string;
  /** The server's English text about the field, for codes for which the pages have no text. */
  readonly message?: string | undefined;
  /** The server's English text about the whole problem. It is used before `message`. */
  readonly title?: string | undefined;
  /** The value that the server refused, if the page itself cannot find the fault. */
  readonly refused?: string;
}

/** Faults by the name of the field. */
export type Faults = Readonly<Partial<Record<string, Fault>>>;

/** Returns the faults that the page's own rules have found. */
export function coded(codes: Partial<Record<string, string>>): Faults {
  return Object.fromEntries(Object.entries(codes).flatMap(([name, code]) => (code ? [[name, { code }]] : [])));
}

/** Returns the faults that the browser finds. The elements' attributes come from the contract. */
export function wrong(form: HTMLFormElement): Faults {
  const found: Partial<Record<string, Fault>> = {};
  for (const element of form.elements) {
    if (!("validity" in element) || !("name" in element)) {
      continue;
    }
    const { name, type, validity, required, value } = element as HTMLInputElement;
    if (name && !found[name]) {
      // A value of only blanks counts as empty, although the browser accepts it.
      const blank = required && value !== "" && value.trim() === "";
      if (blank || !validity.valid) {
        found[name] = { code: blank ? "REQUIRED" : codeOf(validity, type === "radio" || type === "select-one") };
      }
    }
  }
  return found;
}

function codeOf(validity: ValidityState, chosen: boolean): string {
  if (validity.badInput) {
    return "NOT_A_DATE";
  }
  if (validity.valueMissing) {
    return chosen ? "CHOOSE" : "REQUIRED";
  }
  return validity.tooLong ? "TOO_LONG" : validity.tooShort ? "TOO_SHORT" : "INVALID";
}

/**
 * Returns the faults of fields that the API has found.
 *
 * @param given returns the value that was sent for a field
 */
export function ofServer(
  error: ApiError,
  given: (name: string) => string,
  fieldOf: Partial<Record<ErrorCode, string>> | undefined,
): Faults {
  const named = fieldOf?.[error.code];
  if (named) {
    return { [named]: { code: error.code, title: error.problem?.title, refused: given(named) } };
  }
  // The problem's own code is more exact than the field's code: CODE_WRONG instead of WRONG.
  const precise = error.code === "INVALID_REQUEST" ? undefined : error.code;
  const title = precise && error.problem?.title;
  return Object.fromEntries(
    error.fields.map(({ field, code, message }) => [
      field,
      { code: precise ?? code, message, title, refused: given(field) },
    ]),
  );
}

/** Sorts faults by the order of the fields on the page. Faults without a field come last. */
export function inOrder(faults: Faults, elementId: (name: string) => string): Faults {
  const placed = Object.entries(faults).map((entry) => ({ entry, at: document.getElementById(elementId(entry[0])) }));
  placed.sort(({ at: a }, { at: b }) => {
    if (!a || !b) {
      return Number(!a) - Number(!b);
    }
    return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return Object.fromEntries(placed.map(({ entry }) => entry));
}

/** Returns the faults that still exist. Returns the same object when all of them still exist. */
export function still(faults: Faults, found: Faults, given: (name: string) => string): Faults {
  const all = Object.entries(faults);
  const left = all.filter(([name, fault]) =>
    fault?.refused === undefined ? found[name]?.code === fault?.code : given(name) === fault.refused,
  );
  return left.length === all.length ? faults : Object.fromEntries(left);
}
