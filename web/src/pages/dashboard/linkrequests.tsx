import { useState } from "preact/hooks";
import { ApiError } from "../../api/apierror.ts";
import { api } from "../../api/client.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { dateTime } from "../../i18n/format.ts";
import { useText } from "../../i18n/messages.ts";
import { roleLabel } from "../../permits/words.ts";
import { ErrorAlert } from "../../ui/alert.tsx";
import { useCommand } from "../../ui/command.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Link } from "../../ui/link.tsx";
import { texts } from "./texts.ts";

type Request = Schemas["LinkRequest"];

interface Props {
  readonly requests: readonly Request[];
  /** Called with the permit's number when a request was withdrawn. */
  readonly withdrawn: (number: string) => Promise<void>;
  /** Loads the requests again, because staff have decided one in the meantime. */
  readonly again: () => Promise<void>;
}

/** The account's requests to be linked to permits, with their results. */
export function LinkRequests({ requests, ...props }: Props) {
  const t = useText(texts);
  return (
    <section>
      <h2>{t("requests")}</h2>
      <ul class="permits">
        {requests.map((request) => (
          <RequestLine key={request.permitId} request={request} {...props} />
        ))}
      </ul>
    </section>
  );
}

function RequestLine({ request, withdrawn, again }: Omit<Props, "requests"> & { request: Request }) {
  const t = useText(texts);
  const { permitId, permitNumber, state, requestedAt, decidedAt, answer } = request;
  const [asking, setAsking] = useState(false);
  const { run, busy, error } = useCommand();
  const at = (instant: string) => dateTime(instant, city.get()?.timeZone);

  const withdraw = () =>
    run(async () => {
      try {
        await api.DELETE("/v1/permits/{permitId}/link-request", { params: { path: { permitId } } });
        // Close the dialog first. While it is open, nothing behind it can take the focus.
        setAsking(false);
        await withdrawn(permitNumber);
      } catch (e) {
        if (e instanceof ApiError && e.code === "LINK_REQUEST_CLOSED") {
          await again();
        }
        throw e;
      }
    }).finally(() => setAsking(false));

  return (
    <li class="permit">
      <h3>
        <Link to={`/permits/${permitId}`}>{permitNumber}</Link>
      </h3>
      <p class="permit-where">{request.address}</p>
      <p>
        <span class="status">{t(`state_${state}`)}</span>{" "}
        <span class="usa-hint">{t("requestedAt", { at: at(requestedAt) })}</span>
      </p>
      <p>{t("as", { role: roleLabel(request.role), reason: request.reason })}</p>
      {state === "OPEN" && <p>{t("open")}</p>}
      {state === "REFUSED" && (
        <>
          <p>
            <strong>{t("refusedAt", { at: at(decidedAt ?? requestedAt) })}</strong> {answer}
          </p>
          <p>
            <Link to={`/permits/${permitId}`}>{t("askAgain", { number: permitNumber })}</Link>
          </p>
        </>
      )}
      {error && <ErrorAlert error={error} />}
      {state === "OPEN" && (
        <p class="no-print">
          <button
            type="button"
            class="usa-button usa-button--unstyled"
            aria-label={t("withdrawNamed", { number: permitNumber })}
            onClick={() => setAsking(true)}
          >
            {t("withdraw")}
          </button>
        </p>
      )}
      {asking && (
        <Dialog
          heading={t("withdrawTitle", { number: permitNumber })}
          confirm={t("withdraw")}
          onConfirm={() => void withdraw()}
          onClose={() => setAsking(false)}
          busy={busy}
        >
          <p>{t("withdrawAbout")}</p>
        </Dialog>
      )}
    </li>
  );
}
