import type { ApiError, ErrorCode } from "../api/apierror.ts";

/** What is wrong with a field: a code, so that its text follows a change of language. */
export interface Fault {
  readonly code: string;
  /** The server's own English, where no text of ours fits. */
  readonly message?: string;
  /** What was given and refused, where the page can't find by itself that it is wrong. */
  readonly refused?: string;
}

/** By the name of the field. */
export type Faults = Readonly<Partial<Record<string, Fault>>>;

/** The page's own rules' findings. */
export function coded(codes: Partial<Record<string, string>>): Faults {
  return Object.fromEntries(Object.entries(codes).flatMap(([name, code]) => (code ? [[name, { code }]] : [])));
}

/** What the elements themselves say, by the attributes that come from the contract. */
export function wrong(form: HTMLFormElement): Faults {
  const found: Partial<Record<string, Fault>> = {};
  for (const element of form.elements) {
    if (!("validity" in element) || !("name" in element)) {
      continue;
    }
    const { name, type, validity, required, value } = element as HTMLInputElement;
    if (name && !found[name]) {
      // Blanks alone are nothing, whatever the browser says of them.
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

/** What the API says of fields, for which it was given this. */
export function ofServer(
  error: ApiError,
  given: (name: string) => string,
  fieldOf: Partial<Record<ErrorCode, string>> | undefined,
): Faults {
  const named = fieldOf?.[error.code];
  if (named) {
    return { [named]: { code: error.code, refused: given(named) } };
  }
  // Where the problem itself says what is wrong with the field, it says it better: CODE_WRONG, not WRONG.
  const precise = error.code === "INVALID_REQUEST" ? undefined : error.code;
  return Object.fromEntries(
    error.fields.map(({ field, code, message }) => [field, { code: precise ?? code, message, refused: given(field) }]),
  );
}

/** In the order in which one meets the fields on the page; what is of none comes last. */
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

/** Those that are not mended yet; the same object when that is all of them. */
export function still(faults: Faults, found: Faults, given: (name: string) => string): Faults {
  const all = Object.entries(faults);
  const left = all.filter(([name, fault]) =>
    fault?.refused === undefined ? found[name]?.code === fault?.code : given(name) === fault.refused,
  );
  return left.length === all.length ? faults : Object.fromEntries(left);
}
