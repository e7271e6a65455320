import en from "../../../messages/en/web/forms.json";
import { messages } from "../i18n/messages.ts";
import { texts as problems } from "../ui/texts.ts";
import type { Fault } from "./faults.ts";
import type { FieldSpec, Form } from "./useform.ts";

export const texts = messages(en, import.meta.glob(["./*/web/forms.json", "!./en/**"], { base: "../../../messages" }));

/**
 * Returns a fault's text for the field and the summary: the page's own text, otherwise the general text, otherwise the
 * server's text.
 */
export function faultText(spec: FieldSpec | undefined, fault: Fault): string {
  const own = spec?.errors?.[fault.code];
  if (own) {
    return own;
  }
  const label = spec?.label ?? "";
  if (fault.code === "TOO_SHORT" && spec?.min) {
    return texts.text("TOO_SHORT_MIN", { label, min: spec.min });
  }
  if (texts.has(fault.code)) {
    return texts.text(fault.code, { label });
  }
  if (problems.has(fault.code)) {
    return problems.text(fault.code);
  }
  if (fault.title) {
    return fault.title;
  }
  return fault.message ? `${label}: ${fault.message}` : texts.text("INVALID", { label });
}

/** Returns the text of a field's fault, if the field has a fault. */
export function faultOf<F extends string>(form: Form<F>, name: F): string | undefined {
  const fault = form.faults[name];
  return fault && faultText(form.fields[name], fault);
}
