import { useLocation } from "preact-iso";
import en from "../../../../messages/en/web/pages/resume.json";
import * as rules from "../../api/generated/rules.ts";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { messages, useText } from "../../i18n/messages.ts";
import { fragment } from "../../ui/fragment.ts";
import { Link } from "../../ui/link.tsx";
import { Title } from "../../ui/title.tsx";
import { resume, stepPath } from "../application/draft.ts";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/resume.json", "!./en/**"], { base: "../../../../messages" }),
);

const code = fragment("code");

/**
 * The page of a mailed link to continue an application. Only a press of the button uses the link, because mail programs
 * open links to check them.
 */
export default function Resume() {
  const t = useText(texts);
  const { route } = useLocation();
  const given = code();
  const form = useForm({
    id: "resume",
    fields: {},
    send: async () => route(stepPath(await resume(given)), true),
  });
  if (!new RegExp(rules.ResumeRegistration.code.pattern).test(given)) {
    return (
      <>
        <Title>{t("brokenTitle")}</Title>
        <p>{t("broken")}</p>
      </>
    );
  }
  const ended = form.error?.code === "RESUME_LINK_ENDED" || form.error?.status === 410;
  if (ended) {
    return (
      <>
        <Title key="ended" focus>
          {t("endedTitle")}
        </Title>
        <p>{t("endedAbout")}</p>
        <Link to="/application" class="usa-button">
          {t("begin")}
        </Link>
      </>
    );
  }
  return (
    <>
      <Title>{t("title")}</Title>
      <p>{t("about")}</p>
      <Form form={form} submit={t("goOn")}>
        {null}
      </Form>
    </>
  );
}
