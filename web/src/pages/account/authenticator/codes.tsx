import { useText } from "../../../i18n/messages.ts";
import { Copy } from "../../../totp/copy.tsx";
import { Alert } from "../../../ui/alert.tsx";
import { texts } from "./texts.ts";

/** The recovery codes. They are shown only once. */
export function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useText(texts);
  return (
    <>
      <Alert kind="success" focus>
        {t("isOn")}
      </Alert>
      <h2>{t("codesTitle")}</h2>
      <p>{t("codesAbout")}</p>
      <ul class="codes" aria-label={t("codes")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="card-actions">
        <button type="button" class="usa-button usa-button--outline" onClick={() => print()}>
          {t("print")}
        </button>
        <Copy text={codes.join("\n")} />
      </div>
      <p class="no-print">
        <button type="button" class="usa-button" onClick={onKept}>
          {t("kept")}
        </button>
      </p>
    </>
  );
}
