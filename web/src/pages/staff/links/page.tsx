import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { usePages } from "../../../api/pages.ts";
import { useText } from "../../../i18n/messages.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { More } from "../../../ui/more.tsx";
import { StaffPage } from "../frame.tsx";
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
  const [said, setSaid] = useState<{ readonly kind: "success" | "warning"; readonly what: string }>();
  const say = (kind: "success" | "warning") => async (what: string) => {
    setSaid({ kind, what });
    await pages.again();
  };
  return (
    <>
      <p>{t("about")}</p>
      {said && (
        <Alert kind={said.kind} focus>
          {said.what}
        </Alert>
      )}
      <Loaded from={pages} errors={{ NOT_ALLOWED: staff("noRole") }}>
        {(loaded) => {
          const requests = loaded.flatMap(({ linkRequests }) => linkRequests);
          return (
            <>
              {requests.length === 0 && <p>{t("none")}</p>}
              <ul class="cards">
                {requests.map((request) => (
                  <LinkRequest
                    key={request.permitId + request.accountId}
                    request={request}
                    onDecided={say("success")}
                    onFaster={say("warning")}
                  />
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
