import { render, screen } from "@testing-library/preact";
import { useLayoutEffect } from "preact/hooks";
import { test } from "vitest";
import { Store, useStore } from "./store.ts";

test("what changes between drawing and following is drawn", async () => {
  const name = new Store<string | undefined>("Ridgeline");
  function Name() {
    useLayoutEffect(() => name.set(undefined), []);
    return <p>{useStore(name) ?? "nobody"}</p>;
  }
  render(<Name />);
  await screen.findByText("nobody");
});
