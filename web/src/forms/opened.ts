import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { focusUnlessTaken } from "../ui/focus.ts";

/** The words of the button that was pressed last: it is gone when the form is there, and comes back as another element. */
let pressed: string | null | undefined;
document.addEventListener(
  "click",
  ({ target }) => {
    pressed = target instanceof Element ? target.closest("button")?.textContent : undefined;
  },
  true,
);

/**
 * For a form that a button opened and took the place of: its first field gets the focus, and when it is closed again, that
 * button, unless something else has the focus by then.
 */
export function useOpened(form: RefObject<HTMLFormElement | null>, opened: boolean): void {
  const [opener] = useState(pressed);
  // Before the next key is pressed: what is typed at once belongs to the field.
  useLayoutEffect(() => {
    if (!opened) {
      return;
    }
    const around: Element[] = [];
    for (let each = form.current?.parentElement; each; each = each.parentElement) {
      around.push(each);
    }
    const radio = "input:checked:not([hidden])";
    const field = "input:not([hidden], [type=radio]), select, textarea";
    (form.current?.querySelector<HTMLElement>(radio) ?? form.current?.querySelector<HTMLElement>(field))?.focus();
    return () => {
      // The nearest one: lists have many with the same words.
      const buttons = (part: Element) => (part.isConnected ? [...part.querySelectorAll("button")] : []);
      focusUnlessTaken(
        ...around.map((part) => () => buttons(part).find((button) => button.textContent === opener)),
        () => around.flatMap(buttons)[0],
      );
    };
  }, [opened, form]);
}
