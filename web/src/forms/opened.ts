import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * For a form that a button opened and took the place of: its first field gets the focus, and when it is closed again, the
 * first button of what is around it, unless something else has the focus by then.
 */
export function useOpened(form: RefObject<HTMLFormElement | null>, opened: boolean): void {
  // Before the next key is pressed: what is typed at once belongs to the field.
  useLayoutEffect(() => {
    if (!opened) {
      return;
    }
    const around = form.current?.closest("section, .card");
    const radio = "input:checked:not([hidden])";
    const field = "input:not([hidden], [type=radio]), select, textarea";
    (form.current?.querySelector<HTMLElement>(radio) ?? form.current?.querySelector<HTMLElement>(field))?.focus();
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) {
          around?.querySelector("button")?.focus();
        }
      });
    };
  }, [opened, form]);
}
