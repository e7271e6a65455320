import { useState } from "preact/hooks";
import { useText } from "../i18n/messages.ts";
import { texts } from "./texts.ts";

/** Copies a text and says whether that worked. */
export function Copy({ text }: { text: string }) {
  const t = useText(texts);
  const [said, setSaid] = useState<"copied" | "notCopied">();
  return (
    <>
      <button
        type="button"
        class="usa-button usa-button--outline no-print"
        onClick={() => {
          // Browsers have no clipboard for a page that was loaded without TLS.
          (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
            () => setSaid("copied"),
            () => setSaid("notCopied"),
          );
        }}
      >
        {t("copy")}
      </button>
      <span role="status" class="no-print">
        {said && t(said)}
      </span>
    </>
  );
}
