import type { Schemas } from "../../../api/types.ts";
import { Store } from "../../../state/store.ts";

/** The account that was just made: shown once. */
export const created = new Store<Schemas["ConfirmedAccount"] | undefined>(undefined);
