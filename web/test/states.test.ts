import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { h, render } from "preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Step } from "../src/pages/states.ts";
import { answering } from "./answers.ts";
import { states } from "./states.ts";

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function act(step: Step): Promise<void> {
  if ("fill" in step) {
    const label = new RegExp(`^${literally(step.fill)}( \\(.*\\))?$`);
    // A combo box's list is called as its input is.
    const field = await screen.findByLabelText(label, { selector: "input, textarea" });
    fireEvent.input(field, { target: { value: step.with } });
  } else if ("choose" in step) {
    const list = await screen.findByLabelText<HTMLSelectElement>(new RegExp(`^${literally(step.choose)}`));
    const option = within(list).getByText<HTMLOptionElement>(step.option);
    fireEvent.change(list, { target: { value: option.value } });
  } else if ("tick" in step) {
    // The first of several, as in the gallery.
    fireEvent.click((await screen.findAllByLabelText(new RegExp(`^${literally(step.tick)}`)))[0] as HTMLElement);
  } else if ("click" in step) {
    const named = { name: step.click };
    fireEvent.click(
      await waitFor(() => {
        const found = [
          ...["button", "link", "radio"].flatMap((role) => screen.queryAllByRole(role, named)),
          ...screen.queryAllByText(step.click, { selector: "summary" }),
        ][0];
        expect(found, step.click).toBeDefined();
        return found as HTMLElement;
      }),
    );
  } else if ("open" in step) {
    const details = (await screen.findByText(step.open)).closest("details");
    details?.setAttribute("open", "");
  } else if ("key" in step) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key: step.key });
  } else if ("files" in step) {
    const files = step.names.map((name) => new File([name], name));
    fireEvent.change(await screen.findByLabelText(new RegExp(`^${literally(step.files)}`)), { target: { files } });
  } else {
    await screen.findAllByText(step.see, { exact: false });
  }
}

class OneTab {
  postMessage(): void {}
}

let root: HTMLElement;

/** Of the state before: what it had under way may still ask. */
let before: ReturnType<typeof answering> = () => undefined;

beforeEach(() => {
  vi.resetModules();
  // One tab: the session that a state before this one ended is none of this one's.
  vi.stubGlobal("BroadcastChannel", OneTab);
  sessionStorage.clear();
  document.body.innerHTML = "";
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => render(null, root));

describe("Every state", () => {
  it("is looked at", () => expect(Object.keys(states).length).toBeGreaterThan(5));

  // In CI the gallery asks the same of every state, and more, in Chromium; it fails there without one.
  it.skipIf(process.env.CI === "true").each(Object.entries(states))("%s shows what it is about", async (_, state) => {
    const missing: string[] = [];
    const answer = answering(state.api ?? {});
    vi.stubGlobal("fetch", async (request: Request) => {
      const { pathname } = new URL(request.url);
      const found = answer(request.method, pathname);
      if (found === "never" || (!found && before(request.method, pathname))) {
        return new Promise(() => undefined);
      }
      if (found === "none") {
        throw new TypeError("no network");
      }
      if (!found) {
        missing.push(`${request.method} ${pathname}`);
      }
      const { status, body, headers } = found ?? { status: 404, body: { message: "Not Found" } };
      const bare = status === 204 || status === 304;
      return new Response(bare ? null : JSON.stringify(body), {
        status,
        headers: { "content-type": "application/json", ...headers },
      });
    });
    for (const [key, value] of Object.entries(state.kept ?? {})) {
      localStorage.setItem(key, value);
    }
    history.replaceState(null, "", state.path);
    const { preload } = await import("../src/shell/routes.ts");
    const { read, setLanguage } = await import("../src/i18n/language.ts");
    const { App } = await import("../src/shell/app.tsx");
    const asked = read(location.pathname);
    await preload(asked.path);
    await setLanguage(asked.language);
    render(h(App, {}), root);
    for (const step of state.steps ?? []) {
      await act(step);
    }
    const shown = await screen.findAllByText(state.shows, { exact: false });
    expect(shown.some((element) => !element.closest("[hidden]"))).toBe(true);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
    expect(missing).toEqual([]);
    before = answer;
  });
});
