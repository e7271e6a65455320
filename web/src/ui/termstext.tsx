import type { ComponentChildren } from "preact";
import type { Schemas } from "../api/types.ts";
import { cityText } from "../i18n/format.ts";

/** The terms, in the shown language. The children are shown below them. */
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
