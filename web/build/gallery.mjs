// Every state of every page, in Chromium, from the real build under the real headers: a picture at two widths each, axe
// with all its rules for WCAG 2.2 AA, whether it fits a window of 320 px and 200 % zoom, and what looks.mjs looks at.
// usage: npm run gallery [-- --all | part of page/state]; without either the states of pages that changed since the last
// commit. Pictures in web/gallery/, none in CI
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { chromium } from "playwright-core";
import { createServer as vite } from "vite";
import { args, executablePath } from "./chromium.mjs";
import { pageHeaders } from "./headers.mjs";
import { inOwnColours, onPaper, still } from "./looks.mjs";

const [wanted] = process.argv.slice(2);
const WIDTHS = [390, 1280, ...(process.env.WIDTHS ?? "").split(",").filter(Boolean).map(Number)];
/** The least that pages are for, and 1280 px at 200 %. */
const NARROW = [320, 640];
/** How long an answer takes. */
const LINE_MS = 100;
const root = new URL("../", import.meta.url);
const out = new URL("gallery/", root);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

if (!existsSync(executablePath)) {
  console.log(`SKIPPED: no Chromium at ${executablePath}`);
  process.exit(process.env.CI === "true" ? 1 : 0);
}
if (!existsSync(new URL("dist/index.html", root))) {
  throw new Error("nothing is built: npm run build");
}

/** A file of the build; kept by the browser where its name says what is in it, as CloudFront has it. */
function file(pathname, response, headers) {
  const at = new URL(`dist${extname(pathname) ? pathname : "/index.html"}`, root);
  const found = existsSync(at);
  response.writeHead(found ? 200 : 404, {
    ...headers,
    "content-type": TYPES[extname(at.pathname)] ?? "text/plain",
    "cache-control": pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store",
  });
  response.end(found ? readFileSync(at) : "");
}

/** What a window asks: files, the API and the bucket, the last two as its present state answers. A server is cheaper than intercepting requests, which keeps a browser from caching anything. */
async function served() {
  const window = { replies: () => undefined, faults: new Set(), wait: 0, held: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const bucket = request.headers.host.startsWith("documents.");
    if (pathname === "/empty") {
      response.writeHead(200, { "content-type": "text/html", "cache-control": "no-store" });
      response.end("<title>Empty</title>");
    } else if (bucket || pathname.startsWith("/v1/")) {
      const { replies, faults, wait } = window;
      request.resume();
      if (wait > 0 && !bucket) await new Promise((later) => setTimeout(later, wait));
      answer(request, response, pathname, bucket, { replies, faults, held: window.held });
    } else {
      file(pathname, response, window.headers);
    }
  });
  // A connection that ends while a request is on its way would look like a fault of the page.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const { port } = server.address();
  window.headers = pageHeaders(`http://documents.localhost:${port}`);
  return Object.assign(window, { server, origin: `http://localhost:${port}` });
}

const modules = await vite({
  root: root.pathname,
  server: { middlewareMode: true, ws: false, watch: null },
  appType: "custom",
  logLevel: "error",
});
const { answering } = await modules.ssrLoadModule("/test/answers.ts");
const { states } = await modules.ssrLoadModule("/test/states.ts");

const browser = await chromium.launch({ executablePath, args });

function answer(request, response, pathname, bucket, { replies, faults, held }) {
  const allowed = bucket
    ? { "access-control-allow-origin": "*", "access-control-allow-methods": "PUT", "access-control-allow-headers": "*" }
    : { "cache-control": "no-store" }; // As the portal does: a browser keeps a 410 for good.
  if (bucket && request.method === "OPTIONS") {
    response.writeHead(204, allowed);
    response.end();
    return;
  }
  const found = replies(request.method, pathname);
  if (found === "none") {
    request.socket.destroy();
  } else if (found === "never") {
    held.push(request.socket);
  } else if (found) {
    response.writeHead(found.status, { "content-type": "application/json", ...allowed, ...found.headers });
    response.end(found.body === undefined ? "" : JSON.stringify(found.body));
  } else {
    faults.add(`asks ${request.method} ${pathname}, which the state does not answer`);
    response.writeHead(404, { "content-type": "application/json", ...allowed });
    response.end('{"message":"Not Found"}');
  }
}

/** What a label of exactly this text belongs to; "(optional)" behind it does not count. */
async function labelled(page, text) {
  const exact = new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*(\\(.*\\))?\\s*$`);
  const id = await page.locator("label", { hasText: exact }).first().getAttribute("for");
  return page.locator(`[id="${id}"]`);
}

/** By what it is called, as a person would find it. */
async function act(page, step) {
  if ("fill" in step) {
    await (await labelled(page, step.fill)).fill(step.with);
  } else if ("choose" in step) {
    await (await labelled(page, step.choose)).selectOption({ label: step.option });
  } else if ("tick" in step) {
    await page.locator("label", { hasText: step.tick }).first().click();
  } else if ("click" in step) {
    const named = { name: step.click, exact: true };
    const called = (part) =>
      part
        .getByRole("button", named)
        .or(part.getByRole("link", named))
        .or(part.locator("label").filter({ hasText: new RegExp(`^\\s*${step.click}\\s*$`) }));
    // The header has links that are called as a page's buttons are.
    const inPage = called(page.locator("main"));
    await ((await inPage.count()) > 0 ? inPage : called(page)).first().click();
  } else if ("open" in step) {
    await page.locator("summary", { hasText: step.open }).click();
  } else if ("key" in step) {
    await page.keyboard.press(step.key);
  } else if ("files" in step) {
    const files = step.names.map((name) => ({ name, mimeType: "", buffer: Buffer.from(name) }));
    await page.getByLabel(step.files, { exact: true }).setInputFiles(files);
  } else {
    await page.getByText(step.see).filter({ visible: true }).first().waitFor();
  }
}

/** A window for one state after another: a new one each time would take half of the time. */
async function opened() {
  const context = await browser.newContext({
    viewport: { width: WIDTHS[0], height: 900 },
    locale: "en-US",
    timezoneId: "America/Denver",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // From outside the page: its policy forbids what it did not bring itself.
  return { page, session: await context.newCDPSession(page), window: await served() };
}

/** Looks at a state once for all widths: what it shows stays when the window changes. */
async function look({ page, session, window }, [name, state]) {
  const faults = new Set();
  // Where nobody does anything, the page comes first and what it asks for a while later, as on a line.
  const loads = !state.steps;
  const replies = answering(state.api ?? {});
  const heard = {
    pageerror: (e) => faults.add(`error: ${e.message}`),
    console: (line) => {
      const expected = /Failed to load resource/.test(line.text());
      if (line.type() === "error" && !expected) faults.add(`console: ${line.text()}`);
    },
  };
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const fits = async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await run("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) faults.add(`${width}: ${wide} px wider than the window`);
  };
  // Nothing of the state before is left: an empty page of the portal, and what the browser keeps as this state has it.
  await page.goto(`${window.origin}/empty`);
  for (const socket of window.held.splice(0)) socket.destroy();
  await page.context().clearCookies();
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await page.evaluate((kept) => {
    localStorage.clear();
    sessionStorage.clear();
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
  }, state.kept ?? {});
  for (const [event, hearer] of Object.entries(heard)) page.on(event, hearer);
  Object.assign(window, { replies, faults, wait: loads ? LINE_MS : 0 });
  try {
    await page.goto(window.origin + state.path);
    await page.locator("main h1").first().waitFor();
    for (const step of state.steps ?? []) await act(page, step);
    await page.getByText(state.shows).filter({ visible: true }).first().waitFor();
    const headings = await page.getByRole("heading", { level: 1 }).count();
    if (headings !== 1) faults.add(`${headings} headings of level 1`);
    const found = (more) => more.forEach((fault) => void faults.add(fault));
    if (loads) found(await still(page));
    await run(axe);
    for (const width of WIDTHS) {
      await fits(width);
      const looked =
        await run(`axe.run({ resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then((r) => ({ passes: r.passes.length, violations: r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ") + " " + n.any.concat(n.all).map((c) => c.message).join("; ")).join(" | ")) }))`);
      if (looked.passes === 0) faults.add("axe looked at nothing");
      for (const violation of looked.violations) faults.add(`${width}: axe ${violation}`);
      await picture(page, name, width);
    }
    for (const width of NARROW) await fits(width);
    found(await inOwnColours(page));
    found(await onPaper(page));
  } catch (e) {
    faults.add(e.message.split("\n").slice(0, 3).join(" "));
    await picture(page, name, "failed");
  }
  for (const [event, hearer] of Object.entries(heard)) page.off(event, hearer);
  console.log(`${faults.size > 0 ? "FAILED" : "ok    "} ${name}`, ...[...faults].map((fault) => `\n         ${fault}`));
  return faults.size > 0 ? 1 : 0;
}

/** Nobody looks at CI's. */
async function picture(page, name, what) {
  if (!process.env.CI) {
    const file = new URL(`${name.replaceAll("/", "-")}-${what}.png`, out);
    writeFileSync(file, await page.screenshot({ fullPage: true }));
  }
}

/** The folders of the pages that changed since the last commit; none where something changed that all of them use. */
function changedPages() {
  const git = (...command) => execFileSync("git", command, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
  const files = [
    ...git("diff", "--name-only", "--relative", "HEAD", "--", "."),
    ...git("ls-files", "--others", "--exclude-standard", "."),
  ];
  const pages = files.map((file) => /^src\/pages\/(.+)\//.exec(file)?.[1]);
  return pages.includes(undefined) ? undefined : pages;
}

const all = wanted === "--all";
const changed = wanted ? undefined : changedPages();
const chosen = Object.entries(states).filter(
  ([name]) => all || (wanted ? name.includes(wanted) : (changed?.some((page) => name.startsWith(`${page}/`)) ?? true)),
);
if (changed && chosen.length === 0) {
  console.log("No page changed since the last commit: -- --all draws every state.");
  process.exit(0);
}
const waiting = [...chosen];
if (all) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let failed = chosen.length === 0 ? 1 : 0;
const began = Date.now();
const AT_ONCE = 3;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    const tab = await opened();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const faulty = await look(tab, next); // Waited for before the sum is read: others count meanwhile.
      failed += faulty;
    }
    tab.window.server.closeAllConnections();
    tab.window.server.close();
  }),
);
console.log(`gallery: ${chosen.length} states, ${failed} with faults, ${Math.round((Date.now() - began) / 1000)} s`);
await browser.close();
await modules.close();
process.exit(failed > 0 ? 1 : 0);
