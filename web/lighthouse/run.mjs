// Lighthouse, as on a phone, of four pages of a running portal with its sample data. Accessibility and best practices have
// to be 100 and the layout may hardly shift; performance is told as the median of five. A package apart: it is large.
// usage: node run.mjs http://localhost:8080
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { args, executablePath } from "../build/chromium.mjs";

const RUNS = 5;
const GOAL = 95;
const MOST_SHIFT = 0.05;
const [portal] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), "lighthouse-"));
const browser = await puppeteer.launch({ executablePath, userDataDir: profile, args });
const port = Number(new URL(browser.wsEndpoint()).port);

/** Once more when Lighthouse itself stumbled, not when a score is low. */
async function report(path, onlyCategories) {
  for (let tries = 1; ; tries++) {
    const { lhr } = await lighthouse(portal + path, {
      port,
      onlyCategories,
      disableStorageReset: true,
      logLevel: "silent",
    });
    if (!lhr.runtimeError) return lhr;
    if (tries === 3) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);

async function judged(name, path) {
  const whole = await report(path, ["performance", "accessibility", "best-practices"]);
  const landed = new URL(whole.finalDisplayedUrl).pathname;
  const faults = landed === path ? [] : [`landed on ${landed}`];
  for (const category of ["accessibility", "best-practices"]) {
    if (score(whole, category) < 100) {
      const failed = whole.categories[category].auditRefs.filter(
        ({ id, weight }) => weight > 0 && whole.audits[id].score < 1,
      );
      faults.push(`${category} ${score(whole, category)}: ${failed.map(({ id }) => id).join(", ")}`);
    }
  }
  const all = [whole];
  while (all.length < RUNS) all.push(await report(path, ["performance"]));
  const shift = Math.max(...all.map((lhr) => lhr.audits["cumulative-layout-shift"].numericValue));
  if (shift >= MOST_SHIFT) faults.push(`layout shift ${shift.toFixed(3)}`);
  const performance = median(all.map((lhr) => score(lhr, "performance")));
  console.log(
    `${faults.length > 0 ? "FAILED" : "ok    "} ${name.padEnd(10)} accessibility ${score(whole, "accessibility")}, ` +
      `best practices ${score(whole, "best-practices")}, layout shift ${shift.toFixed(3)}, ` +
      `performance ${performance} (median of ${RUNS}, goal ${GOAL})`,
    ...faults.map((fault) => `\n         ${fault}`),
  );
  return faults.length;
}

/** Goes to a page, does something there, and waits for the page it leads to. */
async function walk(path, act, landing) {
  const page = await browser.newPage();
  await page.goto(portal + path, { waitUntil: "networkidle0" });
  await act(page);
  await page.waitForFunction((wanted) => location.pathname === wanted, {}, landing);
  await page.close();
}

let failed = 0;
try {
  failed += await judged("Home", "/");
  failed += await judged("Login", "/login");
  await walk(
    "/application",
    async (page) => {
      await page.locator("label[for=terms-agreed]").click();
      await page.locator("main form button[type=submit]").click();
    },
    "/application/step-1",
  );
  failed += await judged("Step 1", "/application/step-1");
  await walk(
    "/login",
    async (page) => {
      await page.locator("main form input:not([type=password])").fill("ana@rivera-roofing.example");
      await page.locator("main form input[type=password]").fill("copper ridge ladder 7");
      await page.locator("main form button[type=submit]").click();
    },
    "/dashboard",
  );
  failed += await judged("Dashboard", "/dashboard");
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);
