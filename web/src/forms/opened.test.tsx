import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { describe, expect, it } from "vitest";
import { Alert } from "../ui/alert.tsx";
import { TextField } from "./fields.tsx";
import { Form } from "./form.tsx";
import { useForm } from "./useform.ts";

function Card() {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <section>
      {done && (
        <Alert kind="success" focus>
          Renamed
        </Alert>
      )}
      {open ? (
        <Rename
          onDone={() => {
            setOpen(false);
            setDone(true);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <>
          <button type="button">Remove</button>
          <button type="button" onClick={() => setOpen(true)}>
            Rename
          </button>
        </>
      )}
    </section>
  );
}

function Rename({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const form = useForm({ id: "rename", fields: { name: { label: "Name" } }, send: async () => onDone() });
  return (
    <Form
      form={form}
      submit="Save"
      opened
      beside={
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      }
    >
      <TextField form={form} name="name" />
    </Form>
  );
}

describe("A form in place of the button that opened it", () => {
  it("takes the focus, and gives it back when it is cancelled", async () => {
    render(<Card />);
    fireEvent.click(screen.getByText("Rename"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Name/)));
    screen.getByText("Cancel").focus();
    fireEvent.click(screen.getByText("Cancel"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText("Rename")));
  });

  it("gives it back to a button outside of what is closed with it", async () => {
    function AList() {
      const [adding, setAdding] = useState(false);
      return (
        <div>
          <button type="button">Other</button>
          <button type="button" onClick={() => setAdding(true)}>
            Add
          </button>
          {adding && (
            <section>
              <Rename onDone={() => undefined} onCancel={() => setAdding(false)} />
            </section>
          )}
        </div>
      );
    }
    render(<AList />);
    fireEvent.click(screen.getByText("Add"));
    screen.getByText("Cancel").focus();
    fireEvent.click(screen.getByText("Cancel"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText("Add")));
  });

  it("leaves the focus to what tells that it was done", async () => {
    render(<Card />);
    fireEvent.click(screen.getByText("Rename"));
    fireEvent.click(await screen.findByText("Save"));
    const told = await screen.findByText("Renamed");
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(document.activeElement).not.toBe(document.body);
  });
});
