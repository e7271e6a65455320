import { useEffect, useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import type { Schemas } from "../../../api/types.ts";
import { TextField } from "../../../forms/fields.tsx";
import type { Form } from "../../../forms/useform.ts";
import { dateTime } from "../../../i18n/format.ts";
import { rich, useText } from "../../../i18n/messages.ts";
import { Link } from "../../../ui/link.tsx";
import type { Name } from "./company.ts";
import { texts } from "./texts.ts";

type Check = Schemas["CheckedName"] | "asking" | "failed" | undefined;

const WAIT = 500;

interface Props {
  readonly form: Form<Name>;
  readonly draftId: string;
  readonly timeZone: string;
}

/**
 * The field for the name that people log in with. It shows whether the name is free, how the portal will show it, and
 * similar names.
 */
export function NameField({ form, draftId, timeZone }: Props) {
  const name = form.values.name.trim();
  const [check, setCheck] = useState<Check>();
  // The portal has refused the name when it was sent. So the earlier check is out of date.
  const refused = form.faults.name;
  useEffect(() => setCheck(undefined), [refused]);
  useEffect(() => {
    if (name.length < 2) {
      setCheck(undefined);
      return;
    }
    let late = false;
    const timer = setTimeout(async () => {
      setCheck((before) => before ?? "asking");
      const params = { path: { draftId }, query: { name } };
      const found = await body(api.GET("/v1/registrations/{draftId}/name", { params })).catch(() => "failed" as const);
      if (!late) {
        setCheck(found);
      }
    }, WAIT);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [name, draftId, refused]);
  return (
    <TextField
      form={form}
      name="name"
      autocomplete={form.values.holder === "person" ? "name" : "organization"}
      spellcheck={false}
      describedBy="name-check"
      after={
        <div role="status" id="name-check" class="aid">
          <Finding
            check={check}
            said={refused?.code === "NAME_TAKEN"}
            use={(value) => {
              form.set("name", value);
              setCheck("asking");
              document.getElementById(form.elementId("name"))?.focus();
            }}
            timeZone={timeZone}
          />
        </div>
      }
    />
  );
}

interface FindingProps {
  readonly check: Check;
  /** Whether the field's error already says that the name is taken. */
  readonly said: boolean;
  readonly use: (name: string) => void;
  readonly timeZone: string;
}

function Finding({ check, said, use, timeZone }: FindingProps) {
  const t = useText(texts);
  if (check === undefined) {
    return null;
  }
  if (check === "asking" || check === "failed") {
    return <p class="usa-hint">{t(check === "asking" ? "nameChecking" : "nameNotChecked")}</p>;
  }
  const { name, state, near, suggestions, until } = check;
  const free = state === "FREE" || state === "YOURS";
  return (
    <>
      {!(said && state === "TAKEN") && (
        <p class={free ? "good" : "bad"}>
          {state === "FREE" && t("nameFree", { name })}
          {state === "YOURS" && t("nameYours", { name })}
          {state === "HELD" && t("nameHeld", { time: until ? dateTime(until, timeZone) : "…" })}
          {state === "TAKEN" && t("nameTaken")}
        </p>
      )}
      {state === "TAKEN" && (
        <p>
          {rich(t("nameTakenWays"), {
            login: (inner) => <Link to="/login">{inner}</Link>,
            recover: (inner) => <Link to="/recovery">{inner}</Link>,
          })}
        </p>
      )}
      {free && near.length > 0 && <p>{t("nameNear", { names: near.join(", ") })}</p>}
      {suggestions.length > 0 && (
        <>
          <p>{t("nameSuggestions")}</p>
          <ul class="suggestions">
            {suggestions.map((suggestion) => (
              <li key={suggestion}>
                <button type="button" class="usa-button usa-button--unstyled" onClick={() => use(suggestion)}>
                  {suggestion}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
