import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import type { Portal, Schemas } from "../../../api/types.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert } from "../../../ui/alert.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { AccountPage, OfAccount, ReadOnly } from "../frame.tsx";
import { type Kind, kinds } from "./asked.ts";
import { DocumentList, Documents } from "./documents.tsx";
import { LicenseForm } from "./form.tsx";
import { type License, LicenseFacts, nameOf, StatusTag, WhatNow } from "./license.tsx";
import { Remove } from "./remove.tsx";
import { texts } from "./texts.ts";

export default function Licenses() {
  const portal = useStore(city);
  return (
    <AccountPage page="licenses">
      <OfAccount>{(account) => portal && <Papers account={account} portal={portal} />}</OfAccount>
    </AccountPage>
  );
}

function Papers({ account, portal }: { account: Schemas["Account"]; portal: Portal }) {
  const t = useText(texts);
  const load = useLoad(() => body(api.GET("/v1/account/licenses")));
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
            <h2>{t("licenses")}</h2>
            <LicenseList type={type} licenses={papers.licenses} again={load.again} changes={changes} />
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
  readonly licenses: readonly License[];
  readonly again: () => Promise<void>;
  readonly changes: boolean;
}

function LicenseList({ type, licenses, again, changes }: ListProps) {
  const t = useText(texts);
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<"saved" | "removed">();
  const addable = kinds(type.license);
  const form = (kind: Kind, license?: License) => (
    <LicenseForm
      key={open}
      rule={type.license}
      kind={kind}
      license={license}
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
      {licenses.length === 0 && <p>{t(addable.length === 0 ? "notAsked" : "none")}</p>}
      <ul class="cards">
        {licenses.map((license) => (
          <li key={license.licenseId} class="card">
            <h3>
              {t(license.kind)} <StatusTag status={license.status} />
            </h3>
            {license.kind === "IDENTITY" && <p class="usa-hint">{t("identityAbout")}</p>}
            <LicenseFacts license={license} />
            <WhatNow license={license} />
            {changes && license.kind !== "IDENTITY" && open !== license.licenseId && (
              <div class="card-actions">
                <button
                  type="button"
                  class="usa-button usa-button--outline"
                  aria-label={t("changeNamed", { name: nameOf(t, license) })}
                  onClick={() => start(license.licenseId)}
                >
                  {t("change")}
                </button>
                <Remove
                  license={license}
                  stays={type.license.asked === "required" && isLast(license, licenses)}
                  again={again}
                  onRemoved={() => setDone("removed")}
                />
              </div>
            )}
            {license.kind !== "IDENTITY" && open === license.licenseId && form(license.kind, license)}
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

/** Returns whether a license is the only license of the account. */
function isLast(license: License, all: readonly License[]): boolean {
  return license.kind === "LICENSE" && all.filter(({ kind }) => kind === "LICENSE").length === 1;
}
