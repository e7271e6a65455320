/// <reference types="vite/client" />
import type { State, States } from "../src/pages/states.ts";

const files = import.meta.glob<{ default: States }>("../src/pages/**/states.ts", { eager: true });

/** Every page's states, by "page/state". */
export const states: Readonly<Record<string, State>> = Object.fromEntries(
  Object.entries(files).flatMap(([file, module]) =>
    Object.entries(module.default ?? {}).map(([name, state]) => [
      `${file.slice("../src/pages/".length, -"/states.ts".length)}/${name}`,
      state,
    ]),
  ),
);
