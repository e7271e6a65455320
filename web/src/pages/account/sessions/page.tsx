import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import { session } from "../../../api/session.ts";
import { date, dateTime } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert, ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { AccountPage } from "../frame.tsx";
import { texts } from "./texts.ts";

export default function Sessions() {
  return (
    <AccountPage page="sessions">
      <Open />
    </AccountPage>
  );
}

function Open() {
  const t = useText(texts);
  const { route } = useLocation();
  const zone = useStore(city)?.timeZone;
  const load = useLoad(() => body(api.GET("/v1/account/sessions")));
  const { run, busy, error } = useCommand();
  const [asking, setAsking] = useState(false);
  const [ended, setEnded] = useState(false);
  const others = () =>
    run(async () => {
      await api.POST("/v1/account/sessions/end", { body: { keepThis: true } });
      setEnded(true);
      await load.again();
    });
  const everywhere = () =>
    run(async () => {
      await api.POST("/v1/account/sessions/end", { body: { keepThis: false } });
      route("/login");
      session.end();
    });
  return (
    <>
      <p>{t("about")}</p>
      <Loaded from={load}>
        {({ sessions }) => (
          <>
            {ended && (
              <Alert kind="success" live>
                {t("othersEnded")}
              </Alert>
            )}
            {error && !asking && <ErrorAlert error={error} />}
            <table class="usa-table usa-table--borderless usa-table--stacked">
              <thead>
                <tr>
                  <th scope="col">{t("device")}</th>
                  <th scope="col">{t("since")}</th>
                  <th scope="col">{t("lastUsed")}</th>
                </tr>
              </thead>
              <tbody>
                {sessions.map(({ device, since, lastUsed, current }, at) => (
                  <tr key={`${since}${lastUsed}${at}`}>
                    <td data-label={t("device")}>
                      {device ?? t("unknown")} {current && <span class="usa-tag tag tag-good">{t("current")}</span>}
                    </td>
                    <td data-label={t("since")}>{date(since)}</td>
                    <td data-label={t("lastUsed")}>{dateTime(lastUsed, zone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div class="card-actions">
              {sessions.length > 1 ? (
                <button type="button" class="usa-button" aria-disabled={busy} onClick={() => void others()}>
                  {t("others")}
                </button>
              ) : (
                <p>{t("onlyThis")}</p>
              )}
              <button type="button" class="usa-button usa-button--outline" onClick={() => setAsking(true)}>
                {t("everywhere")}
              </button>
            </div>
          </>
        )}
      </Loaded>
      {asking && (
        <Dialog
          heading={t("heading")}
          confirm={t("everywhere")}
          busy={busy}
          onConfirm={() => void everywhere()}
          onClose={() => setAsking(false)}
        >
          <p>{t("warn")}</p>
          {error && <ErrorAlert error={error} />}
        </Dialog>
      )}
    </>
  );
}
