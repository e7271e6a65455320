// What a state must be beside fitting its window: still while it loads, fit for paper, and whole in colours of the person's own.

/** The layout shift that people may see while a page loads: https://web.dev/articles/cls calls less than 0.1 good. */
const STILL = 0.05;
/** A letter's width between margins, in CSS pixels. */
const PAPER = 720;

/** How far things moved since the page was opened, but for what somebody did. */
export async function still(page) {
  const shift = await page.evaluate(
    () =>
      new Promise((told) => {
        let sum = 0;
        const heard = (list) => {
          sum += list.filter((entry) => !entry.hadRecentInput).reduce((all, { value }) => all + value, 0);
        };
        const observer = new PerformanceObserver((list) => heard(list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => {
          heard(observer.takeRecords());
          told(sum);
        }, 20);
      }),
  );
  return shift < STILL ? [] : [`moves by ${shift.toFixed(3)} while it loads`];
}

/** What is wrong with it on paper. */
export async function onPaper(page) {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PAPER, height: 900 });
  const faults = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const found = (selector) => [...document.querySelectorAll(selector)];
    const wide = document.documentElement.scrollWidth - innerWidth;
    return [
      ...(wide > 0 ? [`${wide} px wider than the paper`] : []),
      ...(found("main h1").some(shown) ? [] : ["its heading is not printed"]),
      ...found("nav, button, .usa-button")
        .filter(shown)
        .map((element) => `prints what can only be pressed: ${element.textContent}`),
      ...found("main details")
        .filter(shown)
        .flatMap((details) => [...details.children].filter((part) => !shown(part)))
        .map((element) => `hides on paper: ${element.textContent}`),
    ];
  });
  await page.emulateMedia({ media: null });
  return faults.map((fault) => `print: ${fault}`);
}

/** Which controls can't be told from text when there are no backgrounds and shadows. */
export async function inOwnColours(page) {
  await page.emulateMedia({ forcedColors: "active" });
  const faults = await page.evaluate(() => {
    const lined = (style) =>
      ["Top", "Bottom"].some(
        (side) => style[`border${side}Style`] !== "none" && style[`border${side}Width`] !== "0px",
      ) ||
      (style.outlineStyle !== "none" && style.outlineWidth !== "0px") ||
      style.textDecorationLine.includes("underline");
    const shown = [
      ...document.querySelectorAll(
        "button, select, textarea, input:not(.usa-checkbox__input, .usa-radio__input, [type=file], [hidden]), .usa-checkbox__label, .usa-radio__label",
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.offsetWidth > 1);
    return shown
      .filter((element) => {
        const drawn = /__label$/.test(element.classList[0] ?? "") ? "::before" : undefined;
        return !lined(getComputedStyle(element, drawn));
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent}`);
  });
  await page.emulateMedia({ forcedColors: null });
  return faults.map((fault) => `forced colours: without a line: ${fault}`);
}
