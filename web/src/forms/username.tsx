import { api, body } from "../api/client.ts";
import { city } from "../api/portal.ts";
import { useStore } from "../state/store.ts";
import { ComboBox, type Found, type Option } from "./combobox.tsx";
import { type Of, TextField } from "./fields.tsx";

/** Chosen or typed last: whoever goes on from logging in to recovering begins with it. */
let chosen: Option | undefined;
let typed = "";

/** What a form for a sign-in begins with. */
export function lastUserName(): string {
  return typed;
}

/** What `login` and `startRecovery` take: a company that was chosen, else the text. */
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

/** An e-mail address is in no list. */
async function find(text: string): Promise<Found | undefined> {
  return text.includes("@") ? undefined : companies(text.trim());
}

/** The User Name: a company from the list, or an e-mail address; a text only where the city shows no list. */
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
