import type { ComponentChildren } from "preact";
import type { Schemas } from "../api/types.ts";
import { cityText } from "../i18n/format.ts";

/** The terms to read, in the language that is shown; below them what else is said of them. */
export function TermsText({ terms, children }: { terms: Schemas["Terms"]; children: ComponentChildren }) {
  return (
    <div class="terms">
      {cityText(terms.text)
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      <p class="usa-hint">{children}</p>
    </div>
  );
}
