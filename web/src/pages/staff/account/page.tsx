import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { api, body } from "../../../api/client.ts";
import { type Load, useLoad } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import type { Schemas } from "../../../api/types.ts";
import { cityText, date, dateTime, phone } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Facts } from "../../../ui/facts.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { StaffPage } from "../frame.tsx";
import { useOutcome } from "../outcome.tsx";
import { texts as ofStaff } from "../texts.ts";
import { type Document, DocumentList, Viewer } from "./documents.tsx";
import { Licenses } from "./licenses.tsx";
import { Standing } from "./standing.tsx";
import { texts } from "./texts.ts";

type Account = Schemas["ReviewedAccount"];

/** An account's entries and uploads side by side, with the decisions of staff. */
export default function Review() {
  const t = useText(texts);
  return (
    <StaffPage title={t("title")}>
      <OneAccount />
    </StaffPage>
  );
}

function OneAccount() {
  const t = useText(texts);
  const staff = useText(ofStaff);
  const accountId = useRoute().params.accountId ?? "";
  const load = useLoad(
    () => body(api.GET("/v1/staff/accounts/{accountId}", { params: { path: { accountId } } })),
    accountId,
  );
  return (
    <Loaded from={load} errors={{ NOT_ALLOWED: staff("noRole"), NOT_FOUND: t("noSuch") }}>
      {(account) => <Reviewed account={account} load={load} />}
    </Loaded>
  );
}

function Reviewed({ account, load }: { account: Account; load: Load<Account> }) {
  const t = useText(texts);
  const [shown, show] = useState<Document>();
  const { message, run } = useOutcome(load.again);
  return (
    <>
      {message}
      <div class="side-by-side">
        <div>
          <About account={account} />
          <h2>{t("licenses")}</h2>
          <Licenses account={account} run={run} />
        </div>
        <div>
          <h2>{t("documents")}</h2>
          <DocumentList account={account} shown={shown} show={show} />
          <Viewer key={shown?.documentId} account={account} document={shown} onLooked={load.again} />
          <Looks account={account} />
        </div>
      </div>
      <Standing account={account} run={run} />
    </>
  );
}

function About({ account }: { account: Account }) {
  const t = useText(texts);
  const portal = useStore(city);
  const type = portal?.accountTypes.find(({ key }) => key === account.accountType);
  const { firstName, lastName, address, phone: own } = account.contact;
  return (
    <>
      <h2>{account.name}</h2>
      <Facts
        of={[
          [t("number"), account.number],
          [t("type"), type ? cityText(type.label) : account.accountType],
          [t("status"), t(account.status)],
          [t("suspendedFor"), account.suspendedFor],
          [t("email"), account.email],
          [t("phone"), phone(account.phone)],
          [t("contact"), `${firstName} ${lastName}, ${phone(own)}`],
          [
            t("address"),
            `${[address.line1, address.line2, address.city].filter(Boolean).join(", ")}, ${address.state} ${address.zip}`,
          ],
          [t("since"), date(account.createdAt, portal?.timeZone)],
        ]}
      />
    </>
  );
}

function Looks({ account: { looks } }: { account: Account }) {
  const t = useText(texts);
  const portal = useStore(city);
  if (looks.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{t("looks")}</h3>
      <ul class="usa-list">
        {looks.map(({ documentId, kind, staffId, at }) => {
          const label = portal?.attachmentKinds.find(({ key }) => key === kind)?.label;
          return (
            <li key={documentId + at}>
              {t("look", {
                date: dateTime(at, portal?.timeZone),
                kind: label ? cityText(label) : kind,
                staff: staffId,
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
