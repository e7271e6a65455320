import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../../api/apierror.ts";
import { useLoad } from "../../api/load.ts";
import { useOutcome } from "./outcome.tsx";
import { Reason } from "./reason.tsx";

/** A page with a form to refuse a request, with a typed reason. */
function APage({ load, send }: { load: () => Promise<string>; send: () => Promise<unknown> }) {
  const data = useLoad(load);
  const { message, run } = useOutcome(data.again);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <section>
      {message}
      <p>{data.data}</p>
      {open ? (
        <Reason
          id="refuse"
          rules={{}}
          hint=""
          submit="Refuse it"
          send={() => run({ send, done: "It was refused.", close })}
          onCancel={close}
        />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
      )}
    </section>
  );
}

async function refuse(because: string): Promise<void> {
  fireEvent.click(await screen.findByText("Open"));
  fireEvent.input(screen.getByLabelText(/^Reason/), { target: { value: because } });
  fireEvent.click(screen.getByText("Refuse it"));
}

const focused = (text: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(text));

function answering(...answers: readonly string[]) {
  const left = [...answers];
  return vi.fn(async () => left.shift() ?? "");
}

describe("What a command of staff did", () => {
  it("is said where the focus is then, above the data as it is now", async () => {
    render(<APage load={answering("one waits", "none waits")} send={async () => undefined} />);
    await screen.findByText("one waits");
    await refuse("Not on the contract");
    await focused("It was refused.");
    await screen.findByText("none waits");
    expect(screen.queryByLabelText(/^Reason/)).toBeNull();
  });

  it("takes the focus again when the next one is told in the same words", async () => {
    render(<APage load={answering("two wait", "one waits", "none waits")} send={async () => undefined} />);
    await refuse("Not on the contract");
    await focused("It was refused.");
    await refuse("Nor is this");
    await screen.findByText("none waits");
    await focused("It was refused.");
  });

  it("is that somebody else was faster, where the API says so", async () => {
    const overtaken = () => Promise.reject(new ApiError("CHANGED_MEANWHILE", 412));
    render(<APage load={answering("one waits", "none waits")} send={overtaken} />);
    await refuse("Not on the contract");
    await screen.findByText("none waits");
    await waitFor(() => expect(document.activeElement?.textContent).toContain("Somebody else was faster"));
    expect(document.activeElement?.className).toContain("usa-alert--warning");
    expect(screen.queryByLabelText(/^Reason/)).toBeNull();
  });

  it("is nothing when the connection was lost: what was typed stays, to be sent once more", async () => {
    const load = answering("one waits", "none waits");
    const send = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new ApiError("UNREACHABLE"));
    render(<APage load={load} send={send} />);
    await refuse("Not on the contract");
    await screen.findByText(/The portal cannot be reached/);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Reason/).value).toBe("Not on the contract");
    expect(screen.queryByText("It was refused.")).toBeNull();
    expect(load).toHaveBeenCalledTimes(1);
    fireEvent.click(screen.getByText("Refuse it"));
    await focused("It was refused.");
    expect(send).toHaveBeenCalledTimes(2);
  });
});
