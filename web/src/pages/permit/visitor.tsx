import { session } from "../../api/session.ts";
import type { Schemas } from "../../api/types.ts";
import { size } from "../../i18n/format.ts";
import { rich, useText } from "../../i18n/messages.ts";
import { Details, Standing } from "../../permits/details.tsx";
import { kindLabel } from "../../permits/words.ts";
import { useStore } from "../../state/store.ts";
import { Link } from "../../ui/link.tsx";
import { AskToBeLinked } from "./asktobelinked.tsx";
import { texts } from "./texts.ts";

/** A permit as everybody sees it, with links for people who belong to it. */
export function VisitorView({ permit: { details, documents } }: { permit: Schemas["PublicPermit"] }) {
  const t = useText(texts);
  const standing = useStore(session.standing);
  const { permitId, number } = details.permit;
  return (
    <>
      <Standing details={details} />
      <Details details={details} />
      {documents.length > 0 && (
        <section>
          <h2>{t("published")}</h2>
          <ul class="documents">
            {documents.map(({ documentId, kind, name, bytes }) => (
              <li class="document" key={documentId}>
                <p>
                  <strong>{kindLabel(kind)}</strong> · {name} <span class="usa-hint">{size(bytes)}</span>
                </p>
              </li>
            ))}
          </ul>
          <p>{t("publishedAbout")}</p>
        </section>
      )}
      <section class="no-print">
        <h2>{t("yours")}</h2>
        <p>{t("yoursAbout")}</p>
        {/* Typed values stay when the session ends in the meantime. */}
        {standing === "in" || standing === "ended" ? (
          <AskToBeLinked permitId={permitId} number={number} />
        ) : (
          <p>
            {rich(t("logInToAsk"), {
              login: (inner) => <Link to={`/login?return=${encodeURIComponent(`/permits/${permitId}`)}`}>{inner}</Link>,
              create: (inner) => <Link to="/application">{inner}</Link>,
            })}
          </p>
        )}
      </section>
    </>
  );
}
