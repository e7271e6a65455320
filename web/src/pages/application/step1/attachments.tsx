import type { Portal } from "../../../api/types.ts";
import { faultOf } from "../../../forms/texts.ts";
import type { Form } from "../../../forms/useform.ts";
import { cityText } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import type { UploadQueue } from "../../../uploads/queue.ts";
import { Uploads } from "../../../uploads/uploads.tsx";
import type { AccountType, Name } from "./company.ts";
import { texts } from "./texts.ts";

interface Props {
  readonly form: Form<Name>;
  readonly queue: UploadQueue;
  readonly type: AccountType | undefined;
  readonly city: Portal;
}

/** The attachments that the chosen account type asks for. */
export function Attachments({ form, queue, type, city }: Props) {
  const t = useText(texts);
  const fault = faultOf(form, "attachments");
  const kinds = (type?.attachments ?? []).flatMap(({ kind, required }) => {
    const found = city.attachmentKinds.find(({ key }) => key === kind);
    return found
      ? [{ key: kind, label: cityText(found.label), hint: found.hint && cityText(found.hint), required }]
      : [];
  });
  return (
    <section>
      <h2 id={form.elementId("attachments")} tabIndex={-1} data-invalid={fault ? "true" : undefined}>
        {t("attachments")}
      </h2>
      {fault && <p class="usa-error-message">{fault}</p>}
      {type ? <p>{t("attachmentsContractor")}</p> : <p>{t("chooseType")}</p>}
      {type && <Uploads queue={queue} rule={city.files.wizard} kinds={kinds} />}
    </section>
  );
}
