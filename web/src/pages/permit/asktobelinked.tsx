import { useRef, useState } from "preact/hooks";
import { ApiError } from "../../api/apierror.ts";
import { api, body, newKey } from "../../api/client.ts";
import { WantedLink } from "../../api/generated/rules.ts";
import { useLoad } from "../../api/load.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { oneLine, SelectField, TextField } from "../../forms/fields.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { cityText, date } from "../../i18n/format.ts";
import { rich, useText } from "../../i18n/messages.ts";
import { roleLabel } from "../../permits/words.ts";
import { useStore } from "../../state/store.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { texts } from "./texts.ts";

type Request = Schemas["LinkRequest"];

interface Props {
  readonly permitId: string;
  readonly number: string;
}

/** Returns the account's request for this permit. Looks only at the first page of the account's dashboard. */
async function request(permitId: string): Promise<{ readonly made?: Request | undefined }> {
  const { linkRequests } = await body(api.GET("/v1/dashboard", {}));
  return { made: linkRequests.find((each) => each.permitId === permitId) };
}

/** Asks staff to link the account to the permit. Shows the result of an earlier request. */
export function AskToBeLinked({ permitId, number }: Props) {
  const load = useLoad(() => request(permitId), permitId);
  const [now, setNow] = useState(false);
  return (
    <Loaded from={load}>
      {({ made }) =>
        made?.state === "OPEN" ? (
          <Asked request={made} now={now} />
        ) : (
          <>
            {made?.state === "REFUSED" && <Refused request={made} />}
            <Ask
              permitId={permitId}
              number={number}
              asked={(request) => {
                setNow(true);
                load.show({ made: request });
              }}
              again={load.again}
            />
          </>
        )
      }
    </Loaded>
  );
}

/**
 * Shows an open request.
 *
 * @param now whether the request was made just now; then the message takes the focus, because the form is gone
 */
function Asked({ request: { requestedAt, role }, now }: { request: Request; now: boolean }) {
  const t = useText(texts);
  const values = { date: date(requestedAt, city.get()?.timeZone), role: roleLabel(role) };
  return (
    <Alert kind="info" focus={now}>
      {rich(t("asked", values), { dashboard: (inner) => <Link to="/dashboard">{inner}</Link> })}
    </Alert>
  );
}

function Refused({ request: { decidedAt, requestedAt, answer } }: { request: Request }) {
  const t = useText(texts);
  return (
    <Alert kind="warning">
      {t("refused", { date: date(decidedAt ?? requestedAt, city.get()?.timeZone) })} {answer}
    </Alert>
  );
}

interface AskProps extends Props {
  readonly asked: (request: Request) => void;
  /** Called when a colleague has made the request in the meantime. */
  readonly again: () => Promise<void>;
}

function Ask({ permitId, number, asked, again }: AskProps) {
  const t = useText(texts);
  const roles = useStore(city)?.partyRoles ?? [];
  const [open, setOpen] = useState(false);
  const key = useRef({ of: "", key: "" });
  const form = useForm({
    id: `link-${permitId}`,
    rules: WantedLink,
    fields: {
      role: { label: t("role"), errors: { CHOOSE: t("roleMissing") } },
      reason: { label: t("reason"), hint: t("reasonHint"), errors: { REQUIRED: t("reasonMissing") } },
    },
    send: async ({ role, reason }) => {
      // Send the same values with the same key, so that they make only one request.
      const of = `${role}\n${reason}`;
      if (key.current.of !== of) {
        key.current = { of, key: newKey() };
      }
      try {
        asked(
          await body(
            api.POST("/v1/permits/{permitId}/link-request", {
              params: { path: { permitId }, header: { "Idempotency-Key": key.current.key } },
              body: { role, reason: oneLine(reason) },
            }),
          ),
        );
      } catch (e) {
        if (e instanceof ApiError && e.code === "LINK_ALREADY_REQUESTED") {
          await again();
        }
        throw e;
      }
    },
  });
  const dashboard = (inner: string) => <Link to="/dashboard">{inner}</Link>;
  if (!open) {
    return (
      <p>
        <button type="button" class="usa-button" onClick={() => setOpen(true)}>
          {t("ask")}
        </button>
      </p>
    );
  }
  return (
    <Form
      opened
      form={form}
      submit={t("askNow", { number })}
      errors={{
        LINK_ALREADY_REQUESTED: rich(t("alreadyAsked"), { dashboard }),
        ALREADY_A_PARTY: rich(t("alreadyLinked"), { dashboard }),
      }}
    >
      <SelectField
        form={form}
        name="role"
        choices={roles
          .filter(({ linkable }) => linkable)
          .map(({ key: value, label }) => ({ value, label: cityText(label) }))}
      />
      <TextField form={form} name="reason" />
    </Form>
  );
}
