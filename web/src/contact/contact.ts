import type en from "../../../messages/en/web/contact.json";
import type { Schemas } from "../api/types.ts";
import type { FieldSpec } from "../forms/useform.ts";
import { phone } from "../i18n/format.ts";
import type { Text } from "../i18n/messages.ts";

/** A field of the contract's `SaveContact`. */
export type ContactField =
  | "firstName"
  | "lastName"
  | `address.${"line1" | "line2" | "city" | "state" | "zip"}`
  | "phone"
  | "mobile"
  | "preferredContact"
  | "language";

export const PREFERRED: readonly Schemas["PreferredContact"][] = ["EMAIL", "PHONE", "TEXT"];

export function contactSpecs(t: Text<keyof typeof en>): Record<ContactField, FieldSpec> {
  return {
    firstName: { label: t("firstName") },
    lastName: { label: t("lastName") },
    "address.line1": { label: t("line1") },
    "address.line2": { label: t("line2") },
    "address.city": { label: t("city") },
    "address.state": { label: t("state"), hint: t("stateHint"), errors: { INVALID: t("stateInvalid") } },
    "address.zip": { label: t("zip"), errors: { INVALID: t("zipInvalid") } },
    phone: { label: t("phone"), errors: { INVALID: t("phoneInvalid", { label: t("phone") }) } },
    mobile: {
      label: t("mobile"),
      hint: t("mobileHint"),
      errors: { INVALID: t("phoneInvalid", { label: t("mobile") }), REQUIRED: t("mobileNeeded") },
    },
    preferredContact: { label: t("preferred") },
    language: { label: t("language") },
  };
}

/** Returns the fields' values for a contact. Phone numbers have the form that is usual here. */
export function contactValues({ address, ...person }: Schemas["Contact"]): Record<ContactField, string> {
  return {
    firstName: person.firstName,
    lastName: person.lastName,
    "address.line1": address.line1,
    "address.line2": address.line2 ?? "",
    "address.city": address.city,
    "address.state": address.state,
    "address.zip": address.zip,
    phone: phone(person.phone),
    mobile: phone(person.mobile ?? ""),
    preferredContact: person.preferredContact,
    language: person.language,
  };
}

/** Returns the request for the fields' values, without empty fields. */
export function contactRequest(values: Record<ContactField, string>): Schemas["SaveContact"] {
  const given = (name: ContactField) => values[name].trim();
  return {
    firstName: given("firstName"),
    lastName: given("lastName"),
    address: {
      line1: given("address.line1"),
      ...(given("address.line2") ? { line2: given("address.line2") } : {}),
      city: given("address.city"),
      state: given("address.state"),
      zip: given("address.zip"),
    },
    phone: given("phone"),
    ...(given("mobile") ? { mobile: given("mobile") } : {}),
    preferredContact: given("preferredContact") as Schemas["PreferredContact"],
    language: given("language"),
  };
}
