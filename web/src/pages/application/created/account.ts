import type { Schemas } from "../../../api/types.ts";
import { Store } from "../../../state/store.ts";

/** The account that was just created. It is shown only once. */
export const created = new Store<Schemas["ConfirmedAccount"] | undefined>(undefined);
