import { useRef } from "preact/hooks";
import { ApiError } from "../../api/apierror.ts";
import { api, body, newKey } from "../../api/client.ts";
import { AcceptInvitation } from "../../api/generated/rules.ts";
import { useLoad } from "../../api/load.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { CheckboxField, SelectField, TextField } from "../../forms/fields.tsx";
import { Form } from "../../forms/form.tsx";
import { PasswordField, SecretField } from "../../forms/password.tsx";
import { useForm } from "../../forms/useform.ts";
import { cityText, date, dateTime } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { useStore } from "../../state/store.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { TermsText } from "../../ui/termstext.tsx";
import { texts as ofAccount } from "../account/texts.ts";
import { texts } from "./texts.ts";

interface Props {
  readonly code: string;
  readonly offer: Schemas["InvitationOffer"];
  readonly onJoined: (joined: Schemas["JoinedAccount"]) => void;
  /** Called when the invitation was used, has expired or was withdrawn in the meantime. */
  readonly onEnded: () => void;
}

/** Shows the person who invites and the terms. Asks for the values for a new login. */
export function Join({ offer, ...props }: Props) {
  const t = useText(texts);
  const role = useText(ofAccount);
  const zone = useStore(city)?.timeZone;
  const terms = useLoad(() => body(api.GET("/v1/terms")));
  const { company, invitedBy: by, email, expiresAt } = offer;
  return (
    <>
      <p class="lead">{t("about", { by, company, email, role: role(offer.role) })}</p>
      <p>{t("until", { until: dateTime(expiresAt, zone) })}</p>
      <Loaded from={terms}>
        {(found) => <JoinForm offer={offer} {...props} terms={found} termsAgain={terms.again} />}
      </Loaded>
    </>
  );
}

interface FormProps extends Props {
  readonly terms: Schemas["Terms"];
  readonly termsAgain: () => Promise<void>;
}

function JoinForm({ code, offer, terms, termsAgain, onJoined, onEnded }: FormProps) {
  const t = useText(texts);
  const portal = useStore(city);
  // One for all tries: only the request that began to accept the invitation can finish it.
  const key = useRef(newKey());
  const form = useForm({
    id: "join",
    rules: AcceptInvitation,
    fields: {
      name: { label: t("name") },
      password: { label: t("password"), min: portal?.password.minLength ?? 0 },
      question: { label: t("question") },
      answer: { label: t("answer"), hint: t("answerHint") },
      agreed: { label: t("agree"), required: true, errors: { REQUIRED: t("tick") } },
    },
    initial: { name: offer.name ?? "" },
    send: async ({ name, password, question, answer }) => {
      try {
        onJoined(
          await body(
            api.POST("/v1/invitations/acceptance", {
              params: { header: { "Idempotency-Key": key.current } },
              body: { code, agreed: true, termsVersion: terms.version, name: name.trim(), password, question, answer },
            }),
          ),
        );
      } catch (e) {
        if (e instanceof ApiError && e.code === "TERMS_CHANGED") {
          form.set("agreed", "");
          await termsAgain();
        } else if (e instanceof ApiError && (e.code === "INVITATION_ACCEPTED" || e.code === "INVITATION_ENDED")) {
          onEnded();
          return;
        }
        throw e;
      }
    },
  });
  const questions = portal?.secretQuestions ?? [];
  return (
    <Form form={form} submit={t("join")} busy={t("wait")} errors={{ TERMS_CHANGED: t("termsChanged") }}>
      {/* Tells password managers whose password this is. */}
      <input type="text" value={offer.email} autocomplete="username" readOnly hidden />
      <TextField form={form} name="name" autocomplete="name" autocapitalize="words" />
      <PasswordField
        form={form}
        name="password"
        autocomplete="new-password"
        meter={{
          min: portal?.password.minLength ?? 0,
          personal: [offer.company, offer.email.split("@")[0] ?? "", form.values.name],
        }}
      />
      <SelectField
        form={form}
        name="question"
        choices={questions.map(({ key, label }) => ({ value: key, label: cityText(label) }))}
      />
      <SecretField form={form} name="answer" />
      <h2>{t("termsTitle")}</h2>
      <TermsText terms={terms}>{t("effective", { version: terms.version, date: date(terms.effective) })}</TermsText>
      <CheckboxField form={form} name="agreed" />
    </Form>
  );
}
