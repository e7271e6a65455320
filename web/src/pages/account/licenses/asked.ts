import type { Portal, Schemas } from "../../../api/types.ts";

export type Kind = Schemas["AddLicense"]["kind"];
export type Field = "class" | "number" | "state" | "issued" | "expires";
type Rule = Portal["accountTypes"][number]["license"];

const FIELDS: readonly Field[] = ["class", "number", "state", "issued", "expires"];

/** Under which names the city's file speaks of an insurance. */
const INSURANCE: Readonly<Record<Exclude<Kind, "LICENSE">, readonly string[]>> = {
  LIABILITY: ["liabilityPolicy", "liabilityExpires"],
  WORKERS_COMP: ["workersCompPolicy", "workersCompExpires"],
};

/** Which fields a type of account has for one of these, and whether each is needed; none: it is not asked for. */
export function asked(rule: Rule, kind: Kind): Partial<Record<Field, { readonly required: boolean }>> {
  const known = (name: string) => rule.needs.includes(name) || rule.takes.includes(name);
  if (kind !== "LICENSE") {
    return INSURANCE[kind].some(known) ? { number: { required: true }, expires: { required: true } } : {};
  }
  return Object.fromEntries(FIELDS.filter(known).map((field) => [field, { required: rule.needs.includes(field) }]));
}

/** What can be added to an account of this type. */
export function kinds(rule: Rule): Kind[] {
  return (["LICENSE", "LIABILITY", "WORKERS_COMP"] as const).filter(
    (kind) => Object.keys(asked(rule, kind)).length > 0,
  );
}

/** Whole days from today, the city's, to a day; negative when it is past. */
export function daysUntil(day: string, timeZone: string, now: Date = new Date()): number {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
