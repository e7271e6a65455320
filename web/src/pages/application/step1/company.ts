import type { Portal, Schemas } from "../../../api/types.ts";
import { phone } from "../../../i18n/format.ts";
import type { Registration } from "../draft.ts";

export const LICENSE = [
  "class",
  "number",
  "state",
  "issued",
  "expires",
  "liabilityPolicy",
  "liabilityExpires",
  "workersCompPolicy",
  "workersCompExpires",
] as const;

export type LicenseField = (typeof LICENSE)[number];

export const INSURANCE: readonly LicenseField[] = [
  "liabilityPolicy",
  "liabilityExpires",
  "workersCompPolicy",
  "workersCompExpires",
];

export const DAYS: readonly LicenseField[] = ["issued", "expires", "liabilityExpires", "workersCompExpires"];

export type Name =
  | "holder"
  | "name"
  | "listed"
  | "accountType"
  | `license.${LicenseField}`
  | "email"
  | "phone"
  | "password"
  | "question"
  | "answer"
  | "attachments";

export type Values = Record<Name, string>;
export type AccountType = Portal["accountTypes"][number];

/** Returns the license fields that an account type asks for, in the order of the page. */
export function asked(type: AccountType | undefined): readonly LicenseField[] {
  return LICENSE.filter((field) => type?.license.needs.includes(field) || type?.license.takes.includes(field));
}

/**
 * Returns whether a license field must be filled in. If the type requires a license, always; otherwise only if another
 * license field is filled in.
 */
export function needed(type: AccountType | undefined, field: LicenseField, values: Values): boolean {
  if (!type?.license.needs.includes(field)) {
    return false;
  }
  return type.license.asked === "required" || asked(type).some((each) => values[`license.${each}`].trim() !== "");
}

/** Returns the form's first values: the saved values, otherwise the most usual values. */
export function initial(draft: Registration): Partial<Values> {
  const company = draft.company;
  if (!company) {
    return { holder: "organization", listed: "true" };
  }
  const license = Object.entries(company.license ?? {}).map(([field, value]) => [`license.${field}`, value]);
  return {
    ...(Object.fromEntries(license) as Partial<Values>),
    holder: company.holder,
    name: company.name,
    listed: company.listed ? "true" : "",
    accountType: company.accountType,
    email: company.email,
    phone: phone(company.phone),
    question: company.question ?? "",
  };
}

/**
 * Returns the request. It has only the fields that this type asks for. It has password, question and answer only if the
 * person has entered them again.
 */
export function request(values: Values, type: AccountType | undefined, draft: Registration): Schemas["SaveCompany"] {
  const license = Object.fromEntries(
    asked(type).flatMap((field) => {
      const value = values[`license.${field}`].trim();
      return value ? [[field, value]] : [];
    }),
  );
  const anew = !draft.company?.passwordSet || values.answer !== "";
  return {
    accountType: values.accountType,
    holder: values.holder as Schemas["Holder"],
    name: values.name,
    email: values.email.trim(),
    phone: values.phone,
    listed: values.listed === "true",
    ...(Object.keys(license).length > 0 ? { license } : {}),
    ...(values.password ? { password: values.password } : {}),
    ...(anew ? { question: values.question, answer: values.answer } : {}),
  };
}
