import { useLocation } from "preact-iso";
import { ApiError } from "../../../api/apierror.ts";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import { portal } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { CheckboxField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { useForm } from "../../../forms/useform.ts";
import { date } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { Loaded } from "../../../ui/loaded.tsx";
import { TermsText } from "../../../ui/termstext.tsx";
import { Title } from "../../../ui/title.tsx";
import { openHere, start } from "../draft.ts";
import { Begun } from "./begun.tsx";
import { texts } from "./texts.ts";

/** The terms. Agreeing to them begins an application. */
export default function Confirmation() {
  const t = useText(texts);
  const loaded = useLoad(async () => {
    const [terms, city, open] = await Promise.all([body(api.GET("/v1/terms")), portal(), openHere()]);
    return { terms, city, open };
  });
  return (
    <>
      <Title>{t("title")}</Title>
      <p>{t("about")}</p>
      <Loaded from={loaded}>
        {({ terms, city, open }) => (
          <>
            {open.length > 0 && <Begun open={open} timeZone={city.timeZone} />}
            <Terms terms={terms} changed={loaded.again} />
          </>
        )}
      </Loaded>
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
