/**
 * Moves the focus after the next drawing to the first of these elements that exists. Does nothing if another element
 * has the focus.
 */
export function focusUnlessTaken(...wanted: readonly (() => HTMLElement | null | undefined)[]): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) {
      for (const find of wanted) {
        const element = find();
        if (element) {
          element.focus();
          return;
        }
      }
    }
  });
}
