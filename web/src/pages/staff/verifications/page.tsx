import { api, body } from "../../../api/client.ts";
import { usePages } from "../../../api/pages.ts";
import { city } from "../../../api/portal.ts";
import { dateTime } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Link } from "../../../ui/link.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { More } from "../../../ui/more.tsx";
import { texts as ofLicenses } from "../../account/licenses/texts.ts";
import { StaffPage } from "../frame.tsx";
import { texts as ofStaff } from "../texts.ts";
import { texts } from "./texts.ts";

export default function Verifications() {
  const t = useText(texts);
  return (
    <StaffPage title={t("title")}>
      <p>{t("about")}</p>
      <Waiting />
    </StaffPage>
  );
}

function Waiting() {
  const t = useText(texts);
  const licenses = useText(ofLicenses);
  const staff = useText(ofStaff);
  const zone = useStore(city)?.timeZone;
  const pages = usePages((cursor) =>
    body(api.GET("/v1/staff/verifications", { params: { query: cursor ? { cursor } : {} } })),
  );
  return (
    <Loaded from={pages} errors={{ NOT_ALLOWED: staff("noRole") }}>
      {(loaded) => {
        const waiting = loaded.flatMap((page) => page.waiting);
        if (waiting.length === 0) {
          return <p>{t("none")}</p>;
        }
        return (
          <>
            <table class="usa-table usa-table--borderless usa-table--stacked">
              <thead>
                <tr>
                  <th scope="col">{t("account")}</th>
                  <th scope="col">{t("what")}</th>
                  <th scope="col">{t("since")}</th>
                </tr>
              </thead>
              <tbody>
                {waiting.map(({ accountId, accountName, accountNumber, licenseId, kind, number, waitingSince }) => (
                  <tr key={licenseId}>
                    <td data-label={t("account")}>
                      <Link to={`/staff/accounts/${accountId}`}>{accountName}</Link> ({accountNumber})
                    </td>
                    <td data-label={t("what")}>
                      {licenses(kind)} {number}
                    </td>
                    <td data-label={t("since")}>{dateTime(waitingSince, zone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <More of={pages} />
          </>
        );
      }}
    </Loaded>
  );
}
