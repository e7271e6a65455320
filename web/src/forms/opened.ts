import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { focusUnlessTaken } from "../ui/focus.ts";

/**
 * The text of the button that was pressed last. The form replaces the button, and a new element replaces the form
 * later.
 */
let pressed: string | null | undefined;
document.addEventListener(
  "click",
  ({ target }) => {
    pressed = target instanceof Element ? target.closest("button")?.textContent : undefined;
  },
  true,
);

/**
 * Moves the focus for a form that has replaced the button that opened it. The form's first field gets the focus. When
 * the form closes, the button gets the focus, unless another element has it by then.
 */
export function useOpened(form: RefObject<HTMLFormElement | null>, opened: boolean): void {
  const [opener] = useState(pressed);
  // Move the focus before the next key is pressed, because that key belongs to the field.
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
      // Find the nearest button, because a list has many buttons with the same text.
      const buttons = (part: Element) => (part.isConnected ? [...part.querySelectorAll("button")] : []);
      focusUnlessTaken(
        ...around.map((part) => () => buttons(part).find((button) => button.textContent === opener)),
        () => around.flatMap(buttons)[0],
      );
    };
  }, [opened, form]);
}
