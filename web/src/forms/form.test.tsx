import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { describe, expect, it, vi } from "vitest";
import problems from "../../../messages/en/web/problems.json";
import { ApiError } from "../api/apierror.ts";
import { session } from "../api/session.ts";
import type { Problem } from "../api/types.ts";
import { setLanguage } from "../i18n/language.ts";
import { CheckboxField, SelectField, TextField } from "./fields.tsx";
import { Form } from "./form.tsx";
import { PasswordField } from "./password.tsx";
import { forget } from "./typed.ts";
import { useForm } from "./useform.ts";

const rules = { name: { required: true, maxLength: 20 }, zip: { required: true, pattern: "^\\d{5}$" } };

/** Returns a problem as the portal sends it, with its English text. */
function answered(code: Problem["code"], status: number): ApiError {
  return new ApiError(code, status, { type: "about:blank", title: problems[code], status, code, requestId: "sample" });
}

function AForm({ send, onBusy }: { send: (values: Record<string, string>) => Promise<void>; onBusy?: () => void }) {
  const form = useForm({
    id: "sample",
    rules,
    fields: {
      name: { label: "Name", hint: "As on the license" },
      zip: { label: "ZIP", errors: { INVALID: "ZIP: five digits" } },
      password: { label: "Secret" },
      agreed: { label: "I agree" },
    },
    fieldOf: { NAME_TAKEN: "name" },
    send,
  });
  if (form.busy) {
    onBusy?.();
  }
  return (
    <Form form={form} submit="Save">
      <TextField form={form} name="name" />
      <TextField form={form} name="zip" />
      <PasswordField form={form} name="password" autocomplete="current-password" />
      <CheckboxField form={form} name="agreed" />
    </Form>
  );
}

function fill(label: RegExp, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

const save = () => fireEvent.submit(screen.getByRole("button", { name: "Save" }).closest("form") as HTMLFormElement);

function shown(send = vi.fn(async () => undefined)) {
  forget("sample");
  const drawn = render(<AForm send={send} />);
  return { ...drawn, send };
}

/** Returns a `send` that the API refuses, with a message for each field. */
function refusing(fields: Record<string, string>) {
  const errors = Object.entries(fields).map(([field, message]) => ({ field, code: "UNHEARD_OF", message }));
  const problem = { type: "", title: "", status: 400, code: "INVALID_REQUEST" as const, requestId: "r", errors };
  return vi.fn(() => Promise.reject(new ApiError("INVALID_REQUEST", 400, problem)));
}

describe("A form", () => {
  it("has the contract's attributes", () => {
    shown();
    expect(screen.getByLabelText(/^Name/)).toMatchObject({ required: true, maxLength: 20 });
    expect(screen.getByLabelText(/^ZIP/)).toMatchObject({ pattern: "^\\d{5}$" });
    expect(screen.getByLabelText(/^Secret/)).toMatchObject({ required: false });
  });

  it("takes blanks alone for nothing", async () => {
    const { send } = shown();
    fill(/^Name/, "   ");
    fill(/^ZIP/, "80999");
    save();
    await screen.findAllByText("Name: please fill this in");
    expect(send).not.toHaveBeenCalled();
  });

  it("names every field that is wrong, links to it, and focuses the first", async () => {
    const { send } = shown();
    fill(/^ZIP/, "12");
    save();
    await screen.findByRole("alert");
    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
      "Name: please fill this in",
      "ZIP: five digits",
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Name/)));
    expect(screen.getByLabelText(/^Name/).getAttribute("aria-describedby")).toBe("sample-name-hint sample-name-error");
    fireEvent.click(screen.getByRole("link", { name: "ZIP: five digits" }));
    expect(document.activeElement).toBe(screen.getByLabelText(/^ZIP/));
    expect(send).not.toHaveBeenCalled();
  });

  it("asks to choose where there is nothing to fill in", async () => {
    function AChoice() {
      const form = useForm({
        id: "choice",
        rules: { type: { required: true } },
        fields: { type: { label: "Type" } },
        send: async () => undefined,
      });
      return (
        <Form form={form} submit="Save">
          <SelectField form={form} name="type" choices={[{ value: "roofing", label: "Roofing" }]} />
        </Form>
      );
    }
    render(<AChoice />);
    save();
    await screen.findByRole("link", { name: "Type: please choose one" });
  });

  it("keeps everything when the server refuses, and marks what it names", async () => {
    shown(refusing({ zip: "no such place" }));
    fill(/^Name/, "Ana");
    fill(/^ZIP/, "80999");
    fill(/^Secret/, "copper ridge");
    save();
    await screen.findByRole("link", { name: "ZIP: no such place" });
    expect(screen.getByLabelText(/^Name/)).toMatchObject({ value: "Ana" });
    expect(screen.getByLabelText(/^Secret/)).toMatchObject({ value: "copper ridge" });
  });

  it("names what the server refuses in the page's order", async () => {
    shown(refusing({ unheard: "no such unheard", zip: "no such zip", name: "no such name" }));
    fill(/^Name/, "Ana");
    fill(/^ZIP/, "80999");
    save();
    await screen.findByText("There are 3 problems");
    expect(screen.getAllByRole("listitem").map((each) => each.textContent)).toEqual([
      "Name: no such name",
      "ZIP: no such zip",
      "no such unheard",
    ]);
  });

  it("no longer calls wrong what was mended", async () => {
    shown(vi.fn(() => Promise.reject(answered("NAME_TAKEN", 409))));
    save();
    await screen.findByText("There are 2 problems");
    fill(/^ZIP/, "8");
    // The filled field shows no new fault before the form is sent.
    await screen.findByText("There is a problem");
    expect(screen.getByLabelText(/^ZIP/).getAttribute("aria-invalid")).toBeNull();
    save();
    await screen.findByText("There are 2 problems");
    fill(/^ZIP/, "8099");
    fill(/^Name/, "Ana");
    await screen.findByText("There is a problem");
    expect(screen.getByRole("link").textContent).toBe("ZIP: five digits");
    fill(/^ZIP/, "80999");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    save();
    await screen.findByRole("link", { name: /^There is already an account under this name/ });
    fill(/^ZIP/, "80998");
    screen.getByRole("link", { name: /^There is already an account under this name/ });
    fill(/^Name/, "Ana B.");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("takes a field that another one spoiled for mended when either is changed", async () => {
    function ASecret() {
      const form = useForm({
        id: "secret",
        fields: { password: { label: "Secret" }, answer: { label: "Answer" } },
        fieldOf: { ANSWER_WRONG: "answer" },
        depends: { answer: ["password"] },
        send: () => Promise.reject(answered("ANSWER_WRONG", 400)),
      });
      return (
        <Form form={form} submit="Save">
          <TextField form={form} name="password" />
          <TextField form={form} name="answer" />
        </Form>
      );
    }
    render(<ASecret />);
    save();
    await screen.findByRole("alert");
    fill(/^Secret/, "copper ridge");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("asks the page's own rules whether what the page marked is mended", async () => {
    function AFile() {
      const [refused, setRefused] = useState(true);
      const form = useForm({
        id: "file",
        fields: { file: { label: "File", errors: { REFUSED: "One was refused" } } },
        check: () => (refused && sent ? { file: "REFUSED" } : {}),
        send: async () => {
          sent = true;
          form.mark("file", { code: "REFUSED" });
          return false;
        },
      });
      return (
        <Form
          form={form}
          submit="Save"
          beside={
            <button type="button" onClick={() => setRefused(false)}>
              Remove
            </button>
          }
        >
          <TextField form={form} name="file" />
        </Form>
      );
    }
    let sent = false;
    render(<AFile />);
    save();
    await screen.findByRole("link", { name: "One was refused" });
    fireEvent.click(screen.getByText("Remove"));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("takes a problem for one of a field where the page says so", async () => {
    shown(vi.fn(() => Promise.reject(answered("NAME_TAKEN", 409))));
    fill(/^Name/, "Ana");
    fill(/^ZIP/, "80999");
    save();
    await screen.findByRole("link", { name: /^There is already an account under this name/ });
  });

  it("says its errors in the language that is switched to", async () => {
    shown();
    save();
    await screen.findByRole("link", { name: "Name: please fill this in" });
    await setLanguage("es");
    await screen.findByRole("link", { name: "Name: complete este campo" });
    await setLanguage("en");
  });

  it("is sent once, however often one presses", async () => {
    let done: () => void = () => undefined;
    const { send } = shown(vi.fn(() => new Promise<undefined>((resolve) => (done = () => resolve(undefined)))));
    fill(/^Name/, "Ana");
    fill(/^ZIP/, "80999");
    save();
    save();
    await screen.findByText("Please wait…");
    done();
    await waitFor(() => expect(screen.queryByText("Please wait…")).toBeNull());
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("keeps what was typed while one is away, but no password", () => {
    const { unmount } = shown();
    fill(/^Name/, "Ana");
    fill(/^Secret/, "copper ridge");
    unmount();
    render(<AForm send={async () => undefined} />);
    expect(screen.getByLabelText(/^Name/)).toMatchObject({ value: "Ana" });
    expect(screen.getByLabelText(/^Secret/)).toMatchObject({ value: "" });
  });

  it("keeps nothing for whoever signs in after somebody signed out", () => {
    session.begin({ accessToken: "sample", expiresIn: 600 });
    const { unmount } = shown();
    fill(/^Name/, "Ana");
    unmount();
    session.end();
    render(<AForm send={async () => undefined} />);
    expect(screen.getByLabelText(/^Name/)).toMatchObject({ value: "" });
  });

  it("shows a password on demand", () => {
    shown();
    const button = screen.getByRole("button", { name: "Show password" });
    expect(screen.getByLabelText(/^Secret/)).toMatchObject({ type: "password" });
    fireEvent.click(button);
    expect(screen.getByLabelText(/^Secret/)).toMatchObject({ type: "text" });
    expect(button.getAttribute("aria-pressed")).toBe("true");
  });
});
