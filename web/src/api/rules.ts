/** The contract's rules for a field of a request. */
export interface Rule {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Rules by the field's name in the request. A field in an object has a name such as `address.zip`. */
export type Rules = Readonly<Record<string, Rule>>;
