import { useRef } from "preact/hooks";
import { ApiError } from "../../../api/apierror.ts";
import { api, etag, newKey } from "../../../api/client.ts";
import { AddLicense } from "../../../api/generated/rules.ts";
import type { Portal } from "../../../api/types.ts";
import { DateField, TextField } from "../../../forms/fields.tsx";
import { Form } from "../../../forms/form.tsx";
import { forget } from "../../../forms/typed.ts";
import { useForm } from "../../../forms/useform.ts";
import { useText } from "../../../i18n/messages.ts";
import { asked, type Field, type Kind } from "./asked.ts";
import type { License } from "./license.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly rule: Portal["accountTypes"][number]["license"];
  readonly kind: Kind;
  /** The license to change; undefined to add one. */
  readonly license?: License | undefined;
  readonly onSaved: () => Promise<void>;
  readonly onStale: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Adds or changes a license or an insurance. The account's type determines the fields. */
export function LicenseForm({ rule, kind, license, onSaved, onStale, onCancel }: Props) {
  const t = useText(texts);
  const key = useRef(newKey());
  const fields = asked(rule, kind);
  const id = `license-${license?.licenseId ?? kind}`;
  const spec = (field: Field, label: string) => ({
    label,
    required: fields[field]?.required ?? false,
    errors: { EXPIRED: t("EXPIRED_DAY", { label }) },
  });
  const form = useForm<Field>({
    id,
    rules: AddLicense,
    fields: {
      class: spec("class", t("class")),
      number: spec("number", t(kind === "LICENSE" ? "number" : "policy")),
      state: { ...spec("state", t("state")), hint: t("stateHint") },
      issued: spec("issued", t("issued")),
      expires: spec("expires", t("expires")),
    },
    initial: license
      ? {
          class: license.class ?? "",
          number: license.number ?? "",
          state: license.state ?? "",
          issued: license.issued ?? "",
          expires: license.expires ?? "",
        }
      : {},
    send: async (values) => {
      const given = Object.fromEntries(
        (Object.keys(fields) as Field[]).flatMap((field) => (values[field] ? [[field, values[field].trim()]] : [])),
      );
      try {
        if (license) {
          await api.PUT("/v1/account/licenses/{licenseId}", {
            params: { path: { licenseId: license.licenseId }, header: { "If-Match": etag(license.version) } },
            body: given,
          });
        } else {
          await api.POST("/v1/account/licenses", {
            params: { header: { "Idempotency-Key": key.current } },
            body: { kind, ...given },
          });
        }
      } catch (e) {
        if (e instanceof ApiError && e.code === "CHANGED_MEANWHILE") {
          await onStale();
        } else if (e instanceof ApiError && !e.temporary) {
          // The person corrects the refused values. The form then sends them with a new key, as a new license.
          key.current = newKey();
        }
        throw e;
      }
      await onSaved();
    },
  });
  return (
    <Form
      opened
      form={form}
      submit={t("save")}
      beside={
        <button
          type="button"
          class="usa-button usa-button--unstyled"
          onClick={() => {
            forget(id);
            onCancel();
          }}
        >
          {t("cancel")}
        </button>
      }
    >
      {fields.class && <TextField form={form} name="class" />}
      {fields.number && <TextField form={form} name="number" autocapitalize="characters" spellcheck={false} />}
      {fields.state && (
        <TextField
          form={form}
          name="state"
          width="short"
          maxLength={2}
          autocapitalize="characters"
          onInput={(event) => form.set("state", event.currentTarget.value.toUpperCase())}
        />
      )}
      <div class="field-pair">
        {fields.issued && <DateField form={form} name="issued" />}
        {fields.expires && <DateField form={form} name="expires" />}
      </div>
      {license && license.status !== "UNVERIFIED" && <p class="usa-hint">{t("checkAgain")}</p>}
    </Form>
  );
}
