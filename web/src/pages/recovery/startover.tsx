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
