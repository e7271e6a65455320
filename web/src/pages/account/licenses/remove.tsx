import { useState } from "preact/hooks";
import { api, etag } from "../../../api/client.ts";
import { useText } from "../../../i18n/messages.ts";
import { ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { type License, nameOf } from "./license.tsx";
import { texts } from "./texts.ts";

interface Props {
  readonly license: License;
  /** Whether the account needs this license. Then it can be changed but not removed. */
  readonly stays: boolean;
  readonly again: () => Promise<void>;
  readonly onRemoved: () => void;
}

/** Removes a license, after a question. */
export function Remove({ license, stays, again, onRemoved }: Props) {
  const t = useText(texts);
  const [asking, setAsking] = useState(false);
  const { run, busy, error, clear } = useCommand();
  if (stays) {
    return <span class="usa-hint">{t("onlyOne")}</span>;
  }
  async function remove(): Promise<void> {
    await run(async () => {
      await api.DELETE("/v1/account/licenses/{licenseId}", {
        params: { path: { licenseId: license.licenseId }, header: { "If-Match": etag(license.version) } },
      });
      setAsking(false);
      onRemoved();
    });
    await again();
  }
  return (
    <>
      <button
        type="button"
        class="usa-button usa-button--unstyled"
        aria-label={t("removeNamed", { name: nameOf(t, license) })}
        onClick={() => setAsking(true)}
      >
        {t("remove")}
      </button>
      {asking && (
        <Dialog
          heading={t("removeHeading")}
          confirm={t("remove")}
          danger
          busy={busy}
          onConfirm={() => void remove()}
          onClose={() => {
            setAsking(false);
            clear();
          }}
        >
          <p>{t("removeAbout", { name: nameOf(t, license) })}</p>
          {error && <ErrorAlert error={error} />}
        </Dialog>
      )}
    </>
  );
}
