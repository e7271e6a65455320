import type { Pages } from "../api/pages.ts";
import { useText } from "../i18n/messages.ts";
import { ErrorAlert } from "./alert.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly of: Pick<Pages<unknown>, "more" | "adding" | "notAdded">;
  /** The button's text, if "Show more" is not enough. */
  readonly label?: string;
}

/** A button below a list that has more pages. */
export function More({ of, label }: Props) {
  const t = useText(texts);
  return (
    <>
      {of.notAdded && <ErrorAlert error={of.notAdded} />}
      {of.more && (
        <p class="no-print">
          <button
            type="button"
            class="usa-button usa-button--outline"
            aria-disabled={of.adding}
            onClick={() => of.adding || void of.more?.()}
          >
            {of.adding ? t("loading") : (label ?? t("more"))}
          </button>
        </p>
      )}
    </>
  );
}
