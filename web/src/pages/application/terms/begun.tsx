import { dateTime } from "../../../i18n/format.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Link } from "../../../ui/link.tsx";
import { choose } from "../begun.ts";
import { type Registration, stepPath } from "../draft.ts";
import { texts } from "./texts.ts";

/** The applications that were begun in this browser, each with a button to continue. */
export function Begun({ open, timeZone }: { open: readonly Registration[]; timeZone: string }) {
  const t = useText(texts);
  return (
    <Alert kind="info" heading={t(open.length > 1 ? "goOnTitles" : "goOnTitle")}>
      <ul>
        {open.map(({ draftId, company, expiresAt, nextStep }) => (
          <li key={draftId}>
            {rich(
              t(company ? "goOnNamed" : "goOn", { name: company?.name ?? "", date: dateTime(expiresAt, timeZone) }),
              {
                link: (inner) => (
                  <Link to={stepPath(nextStep)} onClick={() => choose(draftId)}>
                    {inner}
                  </Link>
                ),
              },
            )}
          </li>
        ))}
      </ul>
      <p>{t("goOnElse")}</p>
    </Alert>
  );
}
