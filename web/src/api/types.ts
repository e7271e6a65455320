import type { components, paths } from "./generated/contract.d.ts";

export type { paths };
export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];
export type FieldError = Schemas["FieldError"];
export type Portal = Schemas["Portal"];
