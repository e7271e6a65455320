import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ApiError, asApiError, ApiError as Refused } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import * as rules from "../../../api/generated/rules.ts";
import type { Portal, Schemas } from "../../../api/types.ts";
import { TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { cityText, time } from "../../../i18n/format.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../i18n/store.ts";
import { Alert, ErrorAlert } from "../../../ui/alert.tsx";
import { Link } from "../../../ui/link.tsx";
import { created } from "../created/account.ts";
import { load, type Registration, sentCode, stepPath, uploads } from "../draft.ts";
import { texts as ofWizard, Wizard } from "../wizard.tsx";
import { Review } from "./review.tsx";
import { texts } from "./texts.ts";

export default function StepThree() {
  return <Wizard step={3}>{(draft, city) => <Confirm key={draft.draftId} draft={draft} city={city} />}</Wizard>;
}

/** Everything to confirm; then the mailed code makes the account. */
function Confirm({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const queue = uploads(city.files.wizard);
  // Followed, so that it asks until every file was checked.
  useStore(queue.items);
  useEffect(() => queue.show(draft.attachments), [draft, queue]);
  return (
    <>
      <p>{t("about")}</p>
      <Review draft={draft} city={city} />
      {draft.missing.length > 0 ? <Missing draft={draft} city={city} /> : <Proof draft={draft} />}
    </>
  );
}

function Missing({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const label = (field: string) => {
    if (field === "company" || field === "licence" || field === "password" || field === "contact") {
      return t(`missing-${field}`);
    }
    const kind = city.attachmentKinds.find(({ key }) => field === `attachments.${key}`);
    return kind ? t("missing-file", { kind: cityText(kind.label) }) : t("missing-company");
  };
  return (
    <>
      <Alert kind="warning" heading={t("missingTitle")}>
        {t("missingAbout")}
        <ul>
          {draft.missing.map(({ step, field }) => (
            <li key={field}>
              <Link to={stepPath(step)}>{label(field)}</Link>
            </li>
          ))}
        </ul>
      </Alert>
      <p>
        <Link to="/application/step-2">{wizard("back")}</Link>
      </p>
    </>
  );
}

/** The code: mailed by Next Step, entered on this same page. */
function Proof({ draft }: { draft: Registration }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const { route } = useLocation();
  const sent = useStore(sentCode);
  const path = { draftId: draft.draftId };
  const form = useForm({
    id: "proof",
    rules: rules.ConfirmRegistration,
    fields: { code: { label: t("code"), required: sent !== undefined, errors: { INVALID: t("codeInvalid") } } },
    send: async ({ code }) => {
      if (!sentCode.get()) {
        sentCode.set(await body(api.POST("/v1/registrations/{draftId}/code", { params: { path } })));
        requestAnimationFrame(() => document.getElementById(form.elementId("code"))?.focus());
        return false;
      }
      try {
        const account = await body(
          api.POST("/v1/registrations/{draftId}/confirmation", {
            params: { path, header: { "If-Match": etag(draft.version) } },
            body: { code },
          }),
        );
        created.set(account);
        route("/application/created", true);
        return true;
      } catch (e) {
        if (e instanceof Refused && (e.code === "CHANGED_MEANWHILE" || e.code === "FILES_PENDING")) {
          await load();
        }
        throw e;
      }
    },
  });
  return (
    <section>
      <h2>{t("codeTitle")}</h2>
      <Form form={form} submit={wizard("nextStep")} beside={<Link to="/application/step-2">{wizard("back")}</Link>}>
        {draft.filesPending && (
          <Alert kind="info" live>
            {t("waiting")}
          </Alert>
        )}
        {sent ? (
          <>
            <p role="status">{t("sent", { email: sent.email, time: time(sent.expiresAt) })}</p>
            <TextField
              form={form}
              name="code"
              width="short"
              inputMode="numeric"
              autocomplete="one-time-code"
              onInput={(event) => form.set("code", event.currentTarget.value.replace(/\D/g, "").slice(0, 6))}
            />
            <p>
              {rich(t("notThere"), {
                edit: (inner) => <Link to="/application/step-1?section=contact">{inner}</Link>,
              })}
            </p>
            <Resend draftId={draft.draftId} sent={sent} />
          </>
        ) : (
          <p>{t("codeAbout", { email: draft.company?.email ?? "" })}</p>
        )}
      </Form>
    </section>
  );
}

/** Another code, as soon as there may be one. */
function Resend({ draftId, sent }: { draftId: string; sent: Schemas["SentCode"] }) {
  const t = useText(texts);
  const [again, setAgain] = useState(false);
  const [error, setError] = useState<ApiError>();
  const [now, setNow] = useState(Date.now());
  const seconds = Math.ceil((Date.parse(sent.resendAt) - now) / 1000);
  useEffect(() => {
    if (seconds <= 0) {
      return;
    }
    const timer = setTimeout(() => setNow(Date.now()), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <div>
      {seconds > 0 ? (
        <p class="usa-hint">{t("resendIn", { seconds })}</p>
      ) : (
        <button
          type="button"
          class="usa-button usa-button--unstyled"
          onClick={async () => {
            setError(undefined);
            try {
              const path = { draftId };
              sentCode.set(await body(api.POST("/v1/registrations/{draftId}/code", { params: { path } })));
              setNow(Date.now());
              setAgain(true);
            } catch (e) {
              setError(asApiError(e));
            }
          }}
        >
          {t("resend")}
        </button>
      )}
      <p role="status">{again && t("resent")}</p>
      {error && <ErrorAlert error={error} />}
    </div>
  );
}
