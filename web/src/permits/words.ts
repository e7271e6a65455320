import { city } from "../api/portal.ts";
import type { Schemas } from "../api/types.ts";
import { cityText } from "../i18n/format.ts";
import { language } from "../i18n/language.ts";
import { texts } from "./texts.ts";

export type Card = Schemas["PermitCard"];
export type Status = Schemas["PermitStatus"];

function labelled(found: { readonly label: Readonly<Record<string, string>> } | undefined, key: string): string {
  return found ? cityText(found.label) : key;
}

/** Returns the city's label for a status. If there is none, returns the status itself. */
export function statusLabel(status: string): string {
  return labelled(
    city.get()?.permitStatuses.find((each) => each.status === status),
    status,
  );
}

export function typeLabel(key: string): string {
  return labelled(
    city.get()?.permitTypes.find((each) => each.key === key),
    key,
  );
}

export function roleLabel(key: string): string {
  return labelled(
    city.get()?.partyRoles.find((each) => each.key === key),
    key,
  );
}

export function kindLabel(key: string): string {
  return labelled(
    city.get()?.documentKinds.find((each) => each.key === key),
    key,
  );
}

/** Returns a text about the next step: "Your move: pay the fees." */
export function move({ status, nextMove }: Pick<Card, "status" | "nextMove">, yours: boolean): string {
  if (nextMove === "NOBODY") {
    return texts.text("nobody");
  }
  const key = `${nextMove === "CITY" ? "city" : "do"}_${status}`;
  const what = texts.text(texts.has(key) ? key : nextMove === "CITY" ? "city_OTHER" : "do_OTHER");
  return texts.text(nextMove === "CITY" ? "cityMove" : yours ? "yourMove" : "applicantMove", { what });
}

/** Returns an explanation of a status. */
export function meaning(status: Status): string {
  return texts.text(`means_${status}`);
}

/** Returns the city's translation of a word from its records into the reader's language, if there is one. */
export function recordLabel(word: string): string | undefined {
  const found = city.get()?.permitWords.find((each) => each.word.toLowerCase() === word.toLowerCase());
  return found && cityText(found.label);
}

/** Returns the language of the city's records, if the page has another language. */
export function recordsLanguage(): string | undefined {
  const records = city.get()?.languages[0];
  return records === language.get() ? undefined : records;
}

export function oneLine({ line1, line2, city: place, state, zip }: Card["address"]): string {
  return [[line1, line2].filter(Boolean).join(", "), place, `${state} ${zip}`].join(", ");
}
