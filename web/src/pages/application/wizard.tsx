import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import en from "../../../../messages/en/web/pages/application.json";
import { type ApiError, asApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import { type Load, useLoad } from "../../api/load.ts";
import { portal } from "../../api/portal.ts";
import type { Portal, Schemas } from "../../api/types.ts";
import { date, dateTime } from "../../i18n/format.ts";
import { messages, useText } from "../../i18n/messages.ts";
import { useStore } from "../../state/store.ts";
import { Alert, ErrorAlert, type ErrorTexts } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Title } from "../../ui/title.tsx";
import { draft, ENDS, type End, endOf, load, type Registration, stepPath } from "./draft.ts";

export const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/application.json", "!./en/**"], { base: "../../../../messages" }),
);

interface Props {
  readonly step: 1 | 2 | 3;
  readonly children: (draft: Registration, city: Portal) => ComponentChildren;
}

const ORDER: readonly Schemas["WizardStep"][] = ["COMPANY", "CONTACT", "CONFIRM"];

/** A step of the application. It shows the present step and how to continue on another device. */
export function Wizard({ step, children }: Props) {
  const { route } = useLocation();
  const loaded = useLoad(async () => ({ draft: await load(), city: await portal() }));
  const shown = useStore(draft);
  const first = loaded.data?.draft;
  const reached = first ? ORDER.indexOf(first.nextStep) + 1 : 3;
  useEffect(() => {
    if (first && step > reached) {
      route(stepPath(first.nextStep), true);
    }
  }, [first, step, reached, route]);
  const ended = loaded.error && !loaded.data && endOf(loaded.error.code);
  if (ended) {
    return <Ended how={ended} />;
  }
  return (
    <>
      <Steps step={step} />
      <Loaded from={loaded as Load<{ draft: Registration; city: Portal }>}>
        {({ draft: found, city }) =>
          step <= reached && (
            <>
              {children(shown ?? found, city)}
              {(shown ?? found).company && <Later draft={shown ?? found} city={city} />}
            </>
          )
        }
      </Loaded>
    </>
  );
}

function Steps({ step }: { step: number }) {
  const t = useText(texts);
  const titles = [t("step1"), t("step2"), t("step3")];
  return (
    <>
      <p class="eyebrow">{t("application")}</p>
      <ol class="steps" aria-label={t("steps")}>
        {titles.map((title, at) => {
          const state = at + 1 < step ? "done" : at + 1 === step ? "current" : "open";
          return (
            <li key={title} class={`steps-${state}`} aria-current={state === "current" ? "step" : undefined}>
              <span aria-hidden="true">{at + 1}</span> {title}
              <span class="usa-sr-only"> ({t(state)})</span>
            </li>
          );
        })}
      </ol>
      <Title title={`${t("step", { step })} ${titles[step - 1]}`}>{`${t("step", { step })} ${titles[step - 1]}`}</Title>
    </>
  );
}

/** Returns the texts of the steps' forms for an application that has ended in the meantime. */
export function useEnds(): ErrorTexts {
  const t = useText(texts);
  const told = Object.entries(ENDS).map(([code, how]) => [
    code,
    <>
      {t(`${how}Title`)}. <Way how={how} />
    </>,
  ]);
  return Object.fromEntries(told);
}

function Way({ how, ...rest }: { how: End; class?: string }) {
  const t = useText(texts);
  return (
    <Link to={how === "confirmed" ? "/login" : "/application"} {...rest}>
      {t(how === "confirmed" ? "login" : "begin")}
    </Link>
  );
}

function Ended({ how }: { how: End }) {
  const t = useText(texts);
  const city = useLoad(portal);
  return (
    <>
      <Title>{t(`${how}Title`)}</Title>
      <p>{t(how, { days: city.data?.registration.draftDays ?? "…" })}</p>
      <p>
        <Way how={how} class="usa-button" />
      </p>
    </>
  );
}

/** Says which data are stored and until when, and mails a link for another device. */
function Later({ draft: { draftId, expiresAt }, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const [mailed, setMailed] = useState<Schemas["MailedLink"]>();
  const [error, setError] = useState<ApiError>();
  return (
    <details class="later">
      <summary>{t("later")}</summary>
      <p>{t("laterAbout", { date: date(expiresAt, city.timeZone) })}</p>
      {mailed ? (
        <Alert kind="success" live>
          {t("linkMailed", { email: mailed.email, time: dateTime(mailed.expiresAt, city.timeZone) })}
        </Alert>
      ) : (
        <button
          type="button"
          class="usa-button usa-button--outline"
          onClick={() => {
            setError(undefined);
            body(api.POST("/v1/registrations/{draftId}/resume-link", { params: { path: { draftId } } })).then(
              setMailed,
              (e) => setError(asApiError(e)),
            );
          }}
        >
          {t("mailLink")}
        </button>
      )}
      {error && <ErrorAlert error={error} />}
    </details>
  );
}
