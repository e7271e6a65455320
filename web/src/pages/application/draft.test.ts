import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Registration } from "./draft.ts";
import { fresh } from "./samples.ts";

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

const RULE = { maxBytes: 1, maxFiles: 1, types: [] };

/** The registrations in the portal, by id. This browser does not know them yet. */
let portal: Record<string, Registration>;
let begun: number;

beforeEach(() => {
  portal = {};
  begun = 0;
  sessionStorage.clear();
  vi.stubGlobal("fetch", async (request: Request) => {
    const id = new URL(request.url).pathname.split("/")[3];
    if (request.method === "POST") {
      const draftId = `draft-${++begun}`;
      portal[draftId] = { ...fresh, draftId };
      return json(201, portal[draftId]);
    }
    const found = id && portal[id];
    return found ? json(200, found) : json(404, { code: "NOT_FOUND", status: 404, title: "", type: "" });
  });
});

/**
 * Loads the module again, like another tab.
 *
 * @param kept the values that this tab has stored
 */
async function aTab(kept: Record<string, string> = {}) {
  sessionStorage.clear();
  for (const [key, value] of Object.entries(kept)) {
    sessionStorage.setItem(key, value);
  }
  vi.resetModules();
  return { ...(await import("./draft.ts")), ...(await import("./begun.ts")) };
}

describe("Applications in several tabs", () => {
  it("do not get in each other's way, nor after a reload", async () => {
    const first = await aTab();
    await first.start("2026-01");
    await first.load();
    const ofFirst = { ...sessionStorage };
    const second = await aTab();
    await second.start("2026-01");
    expect((await second.load()).draftId).toBe("draft-2");
    expect((await first.load()).draftId).toBe("draft-1");
    expect((await (await aTab(ofFirst)).load()).draftId).toBe("draft-1");
  });

  it("are all offered, the last one first; a new tab goes on with that", async () => {
    await (await aTab()).start("2026-01");
    await (await aTab()).start("2026-01");
    const third = await aTab();
    expect((await third.openHere()).map(({ draftId }) => draftId)).toEqual(["draft-2", "draft-1"]);
    expect((await third.load()).draftId).toBe("draft-2");
    third.choose("draft-1");
    expect((await third.load()).draftId).toBe("draft-1");
  });

  it("leave the others when one becomes an account", async () => {
    const first = await aTab();
    await first.start("2026-01");
    const second = await aTab();
    await second.start("2026-01");
    await second.load();
    second.end();
    expect((await second.load()).draftId).toBe("draft-1");
  });

  it("are not offered any more when they ended", async () => {
    const tab = await aTab();
    await tab.start("2026-01");
    portal = {};
    await expect(tab.load()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await tab.openHere()).toEqual([]);
    expect(localStorage.getItem("applications")).toBe("[]");
  });

  it("stay with their tab when they ended, so that nothing of it goes into another", async () => {
    const first = await aTab();
    await first.start("2026-01");
    const files = first.uploads(await first.load(), RULE);
    await (await aTab()).start("2026-01");
    delete portal["draft-1"];
    await expect(first.load()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(first.load()).rejects.toMatchObject({ code: "NOT_FOUND" });
    first.choose("draft-2");
    const other = await first.load();
    expect(other.draftId).toBe("draft-2");
    expect(first.uploads(other, RULE)).not.toBe(files);
  });

  it("are none where something else was kept under their name", async () => {
    localStorage.setItem("applications", "null");
    expect(await (await aTab()).openHere()).toEqual([]);
  });

  it("are of this window alone where the browser keeps nothing", async () => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse, clear: () => undefined });
    const tab = await aTab();
    vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    await tab.start("2026-01");
    expect((await tab.load()).draftId).toBe("draft-1");
  });
});
