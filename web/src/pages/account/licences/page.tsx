import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import type { Portal, Schemas } from "../../../api/types.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../i18n/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { AccountPage, OfAccount, ReadOnly } from "../frame.tsx";
import { type Kind, kinds } from "./asked.ts";
import { DocumentList, Documents } from "./documents.tsx";
import { LicenceForm } from "./form.tsx";
import { type Licence, LicenceFacts, nameOf, StatusTag, WhatNow } from "./licence.tsx";
import { Remove } from "./remove.tsx";
import { texts } from "./texts.ts";

export default function Licences() {
  const portal = useStore(city);
  return (
    <AccountPage page="licences">
      <OfAccount>{(account) => portal && <Papers account={account} portal={portal} />}</OfAccount>
    </AccountPage>
  );
}

function Papers({ account, portal }: { account: Schemas["Account"]; portal: Portal }) {
  const t = useText(texts);
  const load = useLoad(() => body(api.GET("/v1/account/licences")));
  const type = portal.accountTypes.find(({ key }) => key === account.accountType);
  const changes = account.role !== "READ_ONLY";
  if (!type) {
    return null;
  }
  return (
    <>
      {!changes && <ReadOnly role={account.role} />}
      <Loaded from={load}>
        {(papers) => (
          <>
            <h2>{t("licences")}</h2>
            <LicenceList type={type} licences={papers.licences} again={load.again} changes={changes} />
            <h2>{t("documents")}</h2>
            <p>{t("documentsAbout")}</p>
            {changes ? (
              <Documents city={portal} type={type} papers={papers} load={load} />
            ) : (
              <DocumentList city={portal} papers={papers} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface ListProps {
  readonly type: Portal["accountTypes"][number];
  readonly licences: readonly Licence[];
  readonly again: () => Promise<void>;
  readonly changes: boolean;
}

function LicenceList({ type, licences, again, changes }: ListProps) {
  const t = useText(texts);
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<"saved" | "removed">();
  const addable = kinds(type.licence);
  const form = (kind: Kind, licence?: Licence) => (
    <LicenceForm
      key={open}
      rule={type.licence}
      kind={kind}
      licence={licence}
      onSaved={async () => {
        setOpen(undefined);
        setDone("saved");
        await again();
      }}
      onStale={again}
      onCancel={() => setOpen(undefined)}
    />
  );
  const start = (what: string) => {
    setDone(undefined);
    setOpen(what);
  };
  return (
    <>
      {done && (
        <Alert kind="success" focus>
          {t(done)}
        </Alert>
      )}
      {licences.length === 0 && <p>{t(addable.length === 0 ? "notAsked" : "none")}</p>}
      <ul class="cards">
        {licences.map((licence) => (
          <li key={licence.licenceId} class="card">
            <h3>
              {t(licence.kind)} <StatusTag status={licence.status} />
            </h3>
            {licence.kind === "IDENTITY" && <p class="usa-hint">{t("identityAbout")}</p>}
            <LicenceFacts licence={licence} />
            <WhatNow licence={licence} />
            {changes && licence.kind !== "IDENTITY" && open !== licence.licenceId && (
              <div class="card-actions">
                <button
                  type="button"
                  class="usa-button usa-button--outline"
                  aria-label={t("changeNamed", { name: nameOf(t, licence) })}
                  onClick={() => start(licence.licenceId)}
                >
                  {t("change")}
                </button>
                <Remove
                  licence={licence}
                  stays={type.licence.asked === "required" && isLast(licence, licences)}
                  again={again}
                  onRemoved={() => setDone("removed")}
                />
              </div>
            )}
            {licence.kind !== "IDENTITY" && open === licence.licenceId && form(licence.kind, licence)}
          </li>
        ))}
      </ul>
      {changes && (
        <div class="card-actions">
          {addable.map(
            (kind) =>
              open !== kind && (
                <button key={kind} type="button" class="usa-button usa-button--outline" onClick={() => start(kind)}>
                  {t("add", { kind: t(kind) })}
                </button>
              ),
          )}
        </div>
      )}
      {addable.map(
        (kind) =>
          open === kind && (
            <section key={kind} class="card">
              <h3>{t("add", { kind: t(kind) })}</h3>
              {form(kind)}
            </section>
          ),
      )}
    </>
  );
}

/** Whether it is the only licence of the account. */
function isLast(licence: Licence, all: readonly Licence[]): boolean {
  return licence.kind === "LICENCE" && all.filter(({ kind }) => kind === "LICENCE").length === 1;
}
