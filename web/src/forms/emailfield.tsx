import { useText } from "../i18n/messages.ts";
import { didYouMean } from "./didyoumean.ts";
import { type Of, TextField } from "./fields.tsx";
import { texts } from "./texts.ts";

/** A field for an email address. It asks about an address whose domain is similar to a well-known domain. */
export function EmailField<F extends string>({ form, name }: Of<F>) {
  const t = useText(texts);
  const meant = didYouMean(form.values[name]);
  return (
    <TextField
      form={form}
      name={name}
      type="email"
      autocomplete="email"
      autocapitalize="off"
      spellcheck={false}
      after={
        <div role="status">
          {meant && (
            <p class="aid">
              {t("didYouMean", { email: meant })}{" "}
              <button
                type="button"
                class="usa-button usa-button--unstyled"
                onClick={() => {
                  form.set(name, meant);
                  document.getElementById(form.elementId(name))?.focus();
                }}
              >
                {t("useIt")}
              </button>
            </p>
          )}
        </div>
      }
    />
  );
}
