/** What the contract says of a field of a request. */
export interface Rule {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** By the field's name in the request, `address.zip` where it is in an object. */
export type Rules = Readonly<Record<string, Rule>>;
