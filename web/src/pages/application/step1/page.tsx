import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { ApiError } from "../../../api/apierror.ts";
import { api, body, etag } from "../../../api/client.ts";
import * as rules from "../../../api/generated/rules.ts";
import type { Portal } from "../../../api/types.ts";
import { EmailField } from "../../../forms/emailfield.tsx";
import { CheckboxField, RadioField, SelectField, TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { PasswordField, SecretField } from "../../../forms/password.tsx";
import { useForm } from "../../../forms/useform.ts";
import { cityText } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { load, type Registration, sentCode, show, uploads } from "../draft.ts";
import { texts as ofWizard, useEnds, Wizard } from "../wizard.tsx";
import { Attachments } from "./attachments.tsx";
import { asked, initial, LICENSE, type LicenseField, type Name, needed, request } from "./company.ts";
import { LicenseFields } from "./licensefields.tsx";
import { NameField } from "./namefield.tsx";
import { texts } from "./texts.ts";

export default function StepOne() {
  return <Wizard step={1}>{(draft, city) => <Company key={draft.draftId} draft={draft} city={city} />}</Wizard>;
}

/** The sections A to D and the attachments. */
function Company({ draft, city }: { draft: Registration; city: Portal }) {
  const t = useText(texts);
  const wizard = useText(ofWizard);
  const { route, query } = useLocation();
  const queue = uploads(draft, city.files.wizard);
  const items = useStore(queue.items);
  const set = draft.company?.passwordSet ?? false;
  // The values before an account type has changed them. They come back when the person chooses another type.
  const chosen = useRef<{ holder: string; listed: string }>(undefined);
  useEffect(() => queue.show(draft.attachments), [queue, draft]);
  const typeOf = (key: string) => city.accountTypes.find((each) => each.key === key);
  const missingFiles = (key: string) =>
    (typeOf(key)?.attachments ?? []).filter(
      ({ kind, required }) =>
        required && !queue.items.get().some((item) => item.kind === kind && item.phase !== "refused"),
    );
  const filesWrong = (key: string): { attachments?: string } => {
    const phases = new Set(queue.items.get().map(({ phase }) => phase));
    if (phases.has("failed") || phases.has("refused")) {
      return { attachments: phases.has("failed") ? "FAILED_FILES" : "REFUSED_FILES" };
    }
    return missingFiles(key).length > 0 ? { attachments: "MISSING_FILES" } : {};
  };
  const labelOf = (kind: string) => cityText(city.attachmentKinds.find((each) => each.key === kind)?.label ?? {});

  const form = useForm<Name>({
    id: "company",
    rules: rules.SaveCompany,
    initial: initial(draft),
    upon: { id: draft.draftId, version: draft.version },
    fields: {
      holder: { label: t("holder") },
      name: { label: t("name"), hint: t("nameHint") },
      listed: { label: t("listed"), hint: t("listedHint"), required: false },
      accountType: { label: t("type"), hint: t("typeHint") },
      ...licenseSpecs((key) => t(key)),
      email: { label: t("email"), hint: t("emailHint"), errors: { INVALID: t("emailInvalid") } },
      phone: { label: t("phone"), errors: { INVALID: t("phoneInvalid") } },
      password: {
        label: t("password"),
        min: city.password.minLength,
        required: !set,
        kept: set,
        ...(set ? { hint: t("passwordKept") } : {}),
      },
      question: { label: t("question"), hint: t("questionHint"), required: true },
      answer: { label: t("answer"), hint: set ? t("answerKept") : t("answerHint"), required: !set, kept: set },
      attachments: {
        label: t("attachments"),
        required: false,
        errors: { FAILED_FILES: t("FAILED_FILES"), REFUSED_FILES: t("REFUSED_FILES") },
      },
    },
    fieldOf: { NAME_TAKEN: "name", NAME_HELD: "name" },
    depends: { password: ["name", "email"], answer: ["password"] },
    check: (values) => {
      const type = typeOf(values.accountType);
      const empty = LICENSE.filter((field) => needed(type, field, values) && values[`license.${field}`].trim() === "");
      return {
        ...Object.fromEntries(empty.map((field) => [`license.${field}`, "REQUIRED"])),
        ...(set && values.question !== draft.company?.question && !values.answer ? { answer: "REQUIRED" } : {}),
        ...filesWrong(values.accountType),
      };
    },
    send: async (values) => {
      await queue.idle();
      const { attachments: code } = filesWrong(values.accountType);
      if (code) {
        form.mark("attachments", { code });
        document.getElementById(form.elementId("attachments"))?.focus();
        return false;
      }
      await save(values);
      return true;
    },
  });

  useEffect(() => {
    if (query.section) {
      const id = query.section === "attachments" ? form.elementId("attachments") : `section-${query.section}`;
      document.getElementById(id)?.focus();
    }
  }, [query.section]);

  async function save(values: typeof form.values): Promise<void> {
    try {
      const saved = await body(
        api.PUT("/v1/registrations/{draftId}/company", {
          params: { path: { draftId: draft.draftId }, header: { "If-Match": etag(draft.version) } },
          body: request(values, typeOf(values.accountType), draft),
        }),
      );
      if (saved.company?.email !== draft.company?.email) {
        sentCode.set(undefined);
      }
      show(saved);
      route(query.section && saved.nextStep === "CONFIRM" ? "/application/step-3" : "/application/step-2");
    } catch (e) {
      if (e instanceof ApiError && e.code === "CHANGED_MEANWHILE") {
        await load();
      }
      throw e;
    }
  }

  const type = typeOf(form.values.accountType);
  const personOnly = type !== undefined && !type.holders.includes("organization");
  const person = form.values.holder === "person";
  const sending = items.filter(({ phase }) => phase === "waiting" || phase === "sending").length;
  const waiting = sending === 0 ? undefined : sending === 1 ? t("waitingOne") : t("waiting", { count: sending });
  // The texts of two fields depend on the values of other fields.
  const named = {
    ...form,
    fields: {
      ...form.fields,
      name: { label: t(person ? "ownName" : "name"), hint: t(person ? "ownNameHint" : "nameHint") },
      attachments: {
        ...form.fields.attachments,
        errors: {
          ...form.fields.attachments.errors,
          MISSING_FILES: t("MISSING_FILES", {
            kinds: missingFiles(form.values.accountType)
              .map(({ kind }) => labelOf(kind))
              .join(", "),
          }),
        },
      },
    },
  };

  return (
    <Form form={named} errors={useEnds()} submit={wizard("nextStep")} busy={waiting} class="wide">
      <Section id="name" heading={t(form.values.holder === "person" ? "aPerson" : "a")}>
        {personOnly ? (
          <p>{t("personOnly")}</p>
        ) : (
          <RadioField
            form={form}
            name="holder"
            choices={(["organization", "person"] as const).map((value) => ({ value, label: t(value) }))}
          />
        )}
        <NameField form={named} draftId={draft.draftId} timeZone={city.timeZone} />
        {city.registration.companyList && <CheckboxField form={form} name="listed" />}
      </Section>
      <Section id="type" heading={t("b")}>
        <SelectField
          form={form}
          name="accountType"
          choices={city.accountTypes.map(({ key, label }) => ({ value: key, label: cityText(label) }))}
          onChoose={(key) => {
            const holders = typeOf(key)?.holders ?? [];
            if (holders.length === 1 && holders[0]) {
              chosen.current ??= { holder: form.values.holder, listed: form.values.listed };
              form.set("holder", holders[0]);
              form.set("listed", holders[0] === "person" ? "" : "true");
            } else if (chosen.current) {
              form.set("holder", chosen.current.holder);
              form.set("listed", chosen.current.listed);
              chosen.current = undefined;
            }
          }}
        />
      </Section>
      <Section id="contact" heading={t("c")}>
        {type && asked(type).length > 0 && <LicenseFields form={form} type={type} />}
        <EmailField form={form} name="email" />
        <TextField form={form} name="phone" type="tel" autocomplete="tel" width="phone" />
      </Section>
      <Section id="password" heading={t("d")}>
        <PasswordField
          form={form}
          name="password"
          autocomplete="new-password"
          meter={{ min: city.password.minLength, personal: [form.values.name, form.values.email.split("@")[0] ?? ""] }}
        />
        <SelectField
          form={form}
          name="question"
          choices={city.secretQuestions.map(({ key, label }) => ({ value: key, label: cityText(label) }))}
        />
        <SecretField form={form} name="answer" />
      </Section>
      <Attachments form={named} queue={queue} type={type} city={city} />
    </Form>
  );
}

function Section({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 id={`section-${id}`} tabIndex={-1}>
        {heading}
      </h2>
      {children}
    </section>
  );
}

function licenseSpecs(
  t: (key: `license.${LicenseField}` | "license.stateHint") => string,
): Record<`license.${LicenseField}`, { label: string; hint?: string }> {
  const specs = LICENSE.map((field) => [
    `license.${field}`,
    { label: t(`license.${field}`), ...(field === "state" ? { hint: t("license.stateHint") } : {}) },
  ]);
  return Object.fromEntries(specs);
}
