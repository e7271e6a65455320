import type { Portal, Schemas } from "../../../api/types.ts";

export type Kind = Schemas["AddLicense"]["kind"];
export type Field = "class" | "number" | "state" | "issued" | "expires";
type Rule = Portal["accountTypes"][number]["license"];

const FIELDS: readonly Field[] = ["class", "number", "state", "issued", "expires"];

/** The names of an insurance's fields in the city's settings. */
const INSURANCE: Readonly<Record<Exclude<Kind, "LICENSE">, readonly string[]>> = {
  LIABILITY: ["liabilityPolicy", "liabilityExpires"],
  WORKERS_COMP: ["workersCompPolicy", "workersCompExpires"],
};

/**
 * Returns the fields that an account type has for a license or insurance, and whether each field is required. Returns
 * no field if the type does not ask for it.
 */
export function asked(rule: Rule, kind: Kind): Partial<Record<Field, { readonly required: boolean }>> {
  const known = (name: string) => rule.needs.includes(name) || rule.takes.includes(name);
  if (kind !== "LICENSE") {
    return INSURANCE[kind].some(known) ? { number: { required: true }, expires: { required: true } } : {};
  }
  return Object.fromEntries(FIELDS.filter(known).map((field) => [field, { required: rule.needs.includes(field) }]));
}

/** Returns the kinds of licenses and insurance that can be added to an account of this type. */
export function kinds(rule: Rule): Kind[] {
  return (["LICENSE", "LIABILITY", "WORKERS_COMP"] as const).filter(
    (kind) => Object.keys(asked(rule, kind)).length > 0,
  );
}

/** Returns the number of days from today to a day, in the city's time zone. It is negative for a past day. */
export function daysUntil(day: string, timeZone: string, now: Date = new Date()): number {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
