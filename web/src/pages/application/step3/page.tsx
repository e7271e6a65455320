import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import * as rules from "../../../api/generated/rules.ts";
import type { Portal } from "../../../api/types.ts";
import { CodeField, Resend } from "../../../forms/code.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { cityText, time } from "../../../i18n/format.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Link } from "../../../ui/link.tsx";
import { created } from "../created/account.ts";
import { load, type Registration, sentCode, stepPath, uploads } from "../draft.ts";
import { texts as ofWizard, useEnds, Wizard } from "../wizard.tsx";
import { Review } from "./review.tsx";
import { texts } from "./texts.ts";

export default function StepThree() {
  return <Wizard step={3}>{(draft, city) => <Confirm key={draft.draftId} draft={draft} city={city} />}</Wizard>;
}

/** Shows all values to confirm. Then the mailed code creates the account. */
function Confirm({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const queue = uploads(draft, city.files.wizard);
  // Follow the queue, so that it asks until every file was checked.
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
    if (field === "company" || field === "license" || field === "password" || field === "contact") {
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

/** The mailed code. The button Next Step sends it, and the person enters it on the same page. */
function Proof({ draft }: { draft: Registration }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const { route } = useLocation();
  const { draftId } = draft;
  const path = { draftId };
  const last = useStore(sentCode);
  const sent = last?.draftId === draftId ? last : undefined;
  // Whether another tab or device has just caused the mail. Then no other mail is sent.
  const [mailedElsewhere, setMailedElsewhere] = useState(false);
  const asked = sent !== undefined || mailedElsewhere;
  const mail = async () => {
    const mailed = await body(api.POST("/v1/registrations/{draftId}/code", { params: { path } }));
    sentCode.set({ ...mailed, draftId });
  };
  const form = useForm({
    id: "proof",
    rules: rules.ConfirmRegistration,
    fields: { code: { label: t("code"), required: asked, errors: { INVALID: t("codeInvalid") } } },
    send: async ({ code }) => {
      if (!asked) {
        try {
          await mail();
        } catch (e) {
          const soon = e instanceof ApiError && e.code === "TOO_MANY_TRIES" && (e.retryAfter ?? Infinity) <= 60;
          if (!soon) {
            throw e;
          }
          setMailedElsewhere(true);
        }
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
        if (e instanceof ApiError && (e.code === "CHANGED_MEANWHILE" || e.code === "FILES_PENDING")) {
          await load();
        }
        throw e;
      }
    },
  });
  return (
    <section>
      <h2>{t("codeTitle")}</h2>
      <Form
        form={form}
        errors={useEnds()}
        submit={wizard("nextStep")}
        beside={<Link to="/application/step-2">{wizard("back")}</Link>}
      >
        {draft.filesPending && (
          <Alert kind="info" live>
            {rich(t("waiting"), {
              edit: (inner) => <Link to="/application/step-1?section=attachments">{inner}</Link>,
            })}
          </Alert>
        )}
        {asked ? (
          <>
            <p role="status">
              {sent
                ? t("sent", { email: sent.email, time: time(sent.expiresAt) })
                : t("sentBefore", { email: draft.company?.email ?? "" })}
            </p>
            <CodeField form={form} name="code" />
            <p>
              {rich(t("notThere"), {
                edit: (inner) => <Link to="/application/step-1?section=contact">{inner}</Link>,
              })}
            </p>
            <Resend send={mail} />
          </>
        ) : (
          <p>{t("codeAbout", { email: draft.company?.email ?? "" })}</p>
        )}
      </Form>
    </section>
  );
}
