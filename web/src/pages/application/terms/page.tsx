import { useLocation } from "preact-iso";
import { ApiError } from "../../../api/apierror.ts";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import type { Schemas } from "../../../api/types.ts";
import { CheckboxField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { date } from "../../../i18n/format.ts";
import { messages, useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { TermsText } from "../../../ui/termstext.tsx";
import { Title } from "../../../ui/title.tsx";
import { draftId, start } from "../draft.ts";
import en from "./en.json";

const texts = messages(en, { es: () => import("./es.json") });

/** The terms; who agrees begins an application. */
export default function Confirmation() {
  const t = useText(texts);
  const terms = useLoad(() => body(api.GET("/v1/terms")));
  return (
    <>
      <Title>{t("title")}</Title>
      <p>{t("about")}</p>
      {draftId() !== undefined && (
        <div class="usa-alert usa-alert--info">
          <div class="usa-alert__body">
            <h2 class="usa-alert__heading">{t("goOnTitle")}</h2>
            <p class="usa-alert__text">
              <Link to="/application/step-1">{t("goOn")}</Link>. {t("goOnElse")}
            </p>
          </div>
        </div>
      )}
      <Loaded from={terms}>{(found) => <Terms terms={found} changed={terms.again} />}</Loaded>
    </>
  );
}

function Terms({ terms, changed }: { terms: Schemas["Terms"]; changed: () => Promise<void> }) {
  const t = useText(texts);
  const { route } = useLocation();
  const form = useForm({
    id: "terms",
    fields: { agreed: { label: t("agree"), hint: t("agreeHint"), required: true, errors: { REQUIRED: t("TICK") } } },
    send: async () => {
      try {
        await start(terms.version);
      } catch (e) {
        if (e instanceof ApiError && e.code === "TERMS_CHANGED") {
          form.set("agreed", "");
          await changed();
        }
        throw e;
      }
      route("/application/step-1");
    },
  });
  return (
    <>
      <TermsText terms={terms}>{t("effective", { version: terms.version, date: date(terms.effective) })}</TermsText>
      <Form form={form} submit={t("continue")}>
        <CheckboxField form={form} name="agreed" />
      </Form>
    </>
  );
}
