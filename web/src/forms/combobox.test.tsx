import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { ComboBox, type Found, type Option } from "./combobox.tsx";
import { forget } from "./typed.ts";
import { useForm } from "./useform.ts";

const COMPANIES = ["Alder Electric", "Canyon Plumbing", "Rivera Roofing"].map((label) => ({ value: label, label }));
const find = async (typed: string): Promise<Found> => ({
  options: COMPANIES.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase())),
});

function ABox({
  find: ask,
  onChoose,
}: {
  find: (typed: string) => Promise<Found | undefined>;
  onChoose: (option: Option | undefined) => void;
}) {
  const form = useForm({ id: "box", fields: { user: { label: "User Name" } }, send: async () => undefined });
  return <ComboBox form={form} name="user" find={ask} onChoose={onChoose} />;
}

function shown(ask: (typed: string) => Promise<Found | undefined> = find) {
  forget("box");
  const onChoose = vi.fn();
  render(<ABox find={ask} onChoose={onChoose} />);
  const input = screen.getByRole<HTMLInputElement>("combobox");
  input.focus();
  fireEvent.focus(input);
  return { input, onChoose, press: (key: string) => fireEvent.keyDown(input, { key }) };
}

const names = () => screen.queryAllByRole("option").map((option) => option.textContent);

describe("A combo box", () => {
  it("opens before anything is typed and says how many there are", async () => {
    const { input, press } = shown();
    expect(input.getAttribute("aria-expanded")).toBe("false");
    press("ArrowDown");
    await waitFor(() => expect(names()).toEqual(["Alder Electric", "Canyon Plumbing", "Rivera Roofing"]));
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getByRole("status").textContent).toBe("3 results");
    expect(screen.getByRole("listbox").id).toBe(input.getAttribute("aria-controls"));
  });

  it("is used by arrows and Enter; the focus stays in the input", async () => {
    const { input, press, onChoose } = shown();
    press("ArrowDown");
    await waitFor(() => expect(names()).toHaveLength(3));
    press("ArrowDown");
    press("ArrowDown");
    const active = screen.getByRole("option", { selected: true });
    expect(active.textContent).toBe("Canyon Plumbing");
    expect(input.getAttribute("aria-activedescendant")).toBe(active.id);
    press("ArrowUp");
    press("ArrowUp");
    press("Enter");
    expect(input.value).toBe("Rivera Roofing");
    expect(onChoose).toHaveBeenLastCalledWith({ value: "Rivera Roofing", label: "Rivera Roofing" });
    expect(input.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(input);
  });

  it("narrows as one types; what was chosen is then no longer", async () => {
    const { input, onChoose } = shown();
    fireEvent.input(input, { target: { value: "riv" } });
    expect(onChoose).toHaveBeenLastCalledWith(undefined);
    await waitFor(() => expect(names()).toEqual(["Rivera Roofing"]));
    expect(screen.getByRole("status").textContent).toBe("1 result");
  });

  it("closes with Escape and keeps what was typed", async () => {
    const { input, press } = shown();
    fireEvent.input(input, { target: { value: "riv" } });
    await waitFor(() => expect(names()).toHaveLength(1));
    press("Escape");
    expect(input.getAttribute("aria-expanded")).toBe("false");
    expect(input.value).toBe("riv");
  });

  it("is not opened by an answer that comes after it was left", async () => {
    let answer: (found: Found) => void = () => undefined;
    const ask = vi.fn(() => new Promise<Found>((resolve) => (answer = resolve)));
    const { input, press } = shown(ask);
    press("ArrowDown");
    await waitFor(() => expect(ask).toHaveBeenCalled());
    fireEvent.blur(input);
    answer({ options: COMPANIES });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });

  it("shows the newest answer, not the last to come", async () => {
    const waiting: ((found: Found) => void)[] = [];
    const ask = vi.fn(() => new Promise<Found>((resolve) => waiting.push(resolve)));
    const { press } = shown(ask);
    press("ArrowDown");
    await waitFor(() => expect(waiting).toHaveLength(1));
    press("ArrowDown");
    await waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.({ options: COMPANIES.slice(1, 2) });
    await waitFor(() => expect(names()).toEqual(["Canyon Plumbing"]));
    waiting[0]?.({ options: COMPANIES });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(names()).toEqual(["Canyon Plumbing"]);
  });

  it("says that the list cannot be had; one can still type", async () => {
    const { input, press } = shown(() => Promise.reject(new Error("no network")));
    press("ArrowDown");
    await screen.findByText(/The list cannot be loaded/);
    fireEvent.input(input, { target: { value: "Rivera Roofing" } });
    expect(input.value).toBe("Rivera Roofing");
  });

  it("goes on at its end, and an end that failed can be come to again", async () => {
    const rest = vi
      .fn<() => Promise<Found>>()
      .mockRejectedValueOnce(new Error("no network"))
      .mockResolvedValue({ options: [{ value: "z", label: "Zuni Masonry" }] });
    const { press } = shown(async () => ({ options: COMPANIES, next: rest }));
    press("ArrowDown");
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("More than 3 results"));
    press("ArrowDown");
    await waitFor(() => expect(rest).toHaveBeenCalledTimes(1));
    press("ArrowDown");
    await waitFor(() => expect(names()).toHaveLength(4));
    press("ArrowDown");
    press("ArrowDown");
    expect(screen.getByRole("option", { selected: true }).textContent).toBe("Zuni Masonry");
    expect(screen.getByRole("status").textContent).toBe("4 results");
  });

  it("stays closed for what is in no list", async () => {
    const ask = vi.fn(async () => undefined);
    const { input } = shown(ask);
    fireEvent.input(input, { target: { value: "ana@rivera-roofing.example" } });
    await waitFor(() => expect(ask).toHaveBeenCalled());
    expect(input.getAttribute("aria-expanded")).toBe("false");
    expect(screen.getByRole("status").textContent).toBe("");
  });
});
