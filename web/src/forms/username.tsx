import { api, body } from "../api/client.ts";
import { city } from "../api/portal.ts";
import { useStore } from "../state/store.ts";
import { ComboBox, type Found, type Option } from "./combobox.tsx";
import { type Of, TextField } from "./fields.tsx";

/**
 * The option and the text that were last chosen or typed. The recovery page begins with the values of the login page.
 */
let chosen: Option | undefined;
let typed = "";

/** Returns the first value of a User Name field. */
export function lastUserName(): string {
  return typed;
}

/** Returns the user for `login` and `startRecovery`: the chosen company, otherwise the typed text. */
export function whoIs(user: string): { handle: string } | { user: string } {
  return chosen?.label === user ? { handle: chosen.value } : { user: user.trim() };
}

async function companies(q: string, cursor?: string): Promise<Found> {
  const { items, next } = await body(api.GET("/v1/companies", { params: { query: { ...(q && { q }), cursor } } }));
  if (items.length === 0 && next) {
    return companies(q, next);
  }
  return {
    options: items.map(({ handle, name }) => ({ value: handle, label: name })),
    next: next === undefined ? undefined : () => companies(q, next),
  };
}

/** Finds companies. An email address is in no list. */
async function find(text: string): Promise<Found | undefined> {
  return text.includes("@") ? undefined : companies(text.trim());
}

/**
 * The field User Name: a company from the list, or an email address. It is only a text field if the city shows no list.
 */
export function UserNameField<F extends string>({ form, name }: Of<F>) {
  const listed = useStore(city)?.registration.companyList;
  typed = form.values[name];
  return listed === false ? (
    <TextField form={form} name={name} autocomplete="username" autocapitalize="off" spellcheck={false} />
  ) : (
    <ComboBox
      form={form}
      name={name}
      find={find}
      onChoose={(option) => {
        chosen = option ?? chosen;
      }}
      autocomplete="username"
    />
  );
}
