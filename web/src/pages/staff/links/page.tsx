import { api, body } from "../../../api/client.ts";
import { usePages } from "../../../api/pages.ts";
import { useText } from "../../../i18n/messages.ts";
import { Loaded } from "../../../ui/loaded.tsx";
import { More } from "../../../ui/more.tsx";
import { StaffPage } from "../frame.tsx";
import { useOutcome } from "../outcome.tsx";
import { texts as ofStaff } from "../texts.ts";
import { LinkRequest } from "./request.tsx";
import { texts } from "./texts.ts";

export default function Links() {
  const t = useText(texts);
  return (
    <StaffPage title={t("title")}>
      <Requests />
    </StaffPage>
  );
}

function Requests() {
  const t = useText(texts);
  const staff = useText(ofStaff);
  const pages = usePages((cursor) =>
    body(api.GET("/v1/staff/link-requests", { params: { query: cursor ? { cursor } : {} } })),
  );
  const { message, run } = useOutcome(pages.again);
  return (
    <>
      <p>{t("about")}</p>
      {message}
      <Loaded from={pages} errors={{ NOT_ALLOWED: staff("noRole") }}>
        {(loaded) => {
          const requests = loaded.flatMap(({ linkRequests }) => linkRequests);
          return (
            <>
              {requests.length === 0 && <p>{t("none")}</p>}
              <ul class="cards">
                {requests.map((request) => (
                  <LinkRequest key={request.permitId + request.accountId} request={request} run={run} />
                ))}
              </ul>
              <More of={pages} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}
