/** After the next drawing: the first of these that is there gets the focus, unless something else has it. */
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
