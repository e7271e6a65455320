import { useEffect, useId, useState } from "preact/hooks";
import { type ApiError, asApiError } from "../api/apierror.ts";
import { useText } from "../i18n/messages.ts";
import { ErrorAlert } from "../ui/alert.tsx";
import { type Of, TextField } from "./fields.tsx";
import { texts } from "./texts.ts";

/** A field for a code of six digits, mailed or from an app. Other pasted characters, such as blanks, are removed. */
export function CodeField<F extends string>({ form, name }: Of<F>) {
  return (
    <TextField
      form={form}
      name={name}
      width="short"
      inputMode="numeric"
      autocomplete="one-time-code"
      onInput={(event) => form.set(name, event.currentTarget.value.replace(/\D/g, "").slice(0, 6))}
    />
  );
}

const WAIT_SECONDS = 30;

/** A button that sends a mailed code again. It waits until the last mail had time to arrive. */
export function Resend({ send }: { send: () => Promise<void> }) {
  const t = useText(texts);
  const hint = useId();
  const [sentAt, setSentAt] = useState(Date.now);
  const [now, setNow] = useState(sentAt);
  const [state, setState] = useState<"idle" | "busy" | "sent">("idle");
  const [error, setError] = useState<ApiError>();
  const seconds = Math.max(0, WAIT_SECONDS - Math.floor((now - sentAt) / 1000));
  useEffect(() => {
    // Read the clock. Counting timers would be wrong, because a browser stops the timers of a hidden tab.
    if (seconds === 0) {
      return;
    }
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  }, [seconds, now]);

  const waits = state === "busy" || seconds > 0;

  async function again(): Promise<void> {
    setState("busy");
    setError(undefined);
    try {
      await send();
      setState("sent");
      setSentAt(Date.now());
      setNow(Date.now());
    } catch (thrown) {
      setState("idle");
      setError(asApiError(thrown));
    }
  }

  return (
    <div class="resend">
      {/* The button stays on the page during the wait, so that it does not lose the keyboard focus. */}
      <button
        type="button"
        class="usa-button usa-button--unstyled"
        aria-disabled={waits}
        aria-describedby={hint}
        onClick={() => waits || void again()}
      >
        {t("resend")}
      </button>
      <p class="usa-hint" id={hint}>
        {seconds > 0 && t("resendIn", { seconds })}
      </p>
      <p role="status">{state === "sent" && t("resent")}</p>
      {error && <ErrorAlert error={error} />}
    </div>
  );
}
