import { ApiError } from "../../api/apierror.ts";
import { useText } from "../../i18n/messages.ts";
import { texts } from "./texts.ts";

export function StartOver({ startOver }: { startOver: () => void }) {
  const t = useText(texts);
  return (
    <button type="button" class="usa-button usa-button--unstyled" onClick={startOver}>
      {t("startOver")}
    </button>
  );
}

/** Runs a step. Starts again if the step has expired or was completed elsewhere. */
export async function unlessEnded(startOver: (tookTooLong: boolean) => void, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (e) {
    if (!(e instanceof ApiError && e.code === "RECOVERY_ENDED")) {
      throw e;
    }
    startOver(true);
  }
}
