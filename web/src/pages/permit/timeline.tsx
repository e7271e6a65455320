import { useRef, useState } from "preact/hooks";
import { type ApiError, asApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import { city } from "../../api/portal.ts";
import type { Schemas } from "../../api/types.ts";
import { dateTime } from "../../i18n/format.ts";
import { type Text, useText } from "../../i18n/messages.ts";
import { kindLabel, roleLabel, statusLabel } from "../../permits/words.ts";
import { More } from "../../ui/more.tsx";
import { texts } from "./texts.ts";

type Event = Schemas["PermitEvent"];

interface Props {
  readonly permitId: string;
  readonly opened: Schemas["OpenedPermit"];
}

/** The permit's events, the newest first. */
export function Timeline({ permitId, opened }: Props) {
  const t = useText(texts);
  const seen = useRef(new Map<string, Event>());
  const [cursor, setCursor] = useState<{ readonly next: string | undefined }>();
  const [adding, setAdding] = useState(false);
  const [notAdded, setNotAdded] = useState<ApiError>();
  const next = cursor ? cursor.next : opened.next;
  // Keep the events when the permit is loaded again, because its first page then has other events.
  for (const event of opened.events) {
    seen.current.set(event.id, event);
  }
  // The events' ids sort by time.
  const events = [...seen.current.values()].sort((a, b) => (a.id < b.id ? 1 : -1));

  async function older(from: string): Promise<void> {
    setAdding(true);
    setNotAdded(undefined);
    try {
      const page = await body(
        api.GET("/v1/account/permits/{permitId}", { params: { path: { permitId }, query: { cursor: from } } }),
      );
      for (const event of page.events) {
        seen.current.set(event.id, event);
      }
      setCursor({ next: page.next });
    } catch (thrown) {
      setNotAdded(asApiError(thrown));
    } finally {
      setAdding(false);
    }
  }

  return (
    <section>
      <h2>{t("timeline")}</h2>
      {events.length === 0 ? (
        <p>{t("noEvents")}</p>
      ) : (
        <ol class="events">
          {events.map((event) => (
            <li class="event" key={event.id}>
              <p class="usa-hint">
                <time datetime={event.at}>{dateTime(event.at, city.get()?.timeZone)}</time>
                {event.by && `, ${t(`by${event.by}`)}`}
              </p>
              <p>{told(event, t)}</p>
            </li>
          ))}
        </ol>
      )}
      <More of={{ more: next === undefined ? undefined : () => older(next), adding, notAdded }} label={t("older")} />
    </section>
  );
}

/** Returns an event in words. */
function told(
  { kind, values }: Event,
  t: Text<keyof typeof import("../../../../messages/en/web/pages/permit.json")>,
): string {
  const { status, from, to, role, account, name, kind: document } = values;
  return t(kind, {
    status: statusLabel(status ?? ""),
    from: statusLabel(from ?? ""),
    to: statusLabel(to ?? ""),
    role: roleLabel(role ?? ""),
    account: account ?? "",
    name: name ?? "",
    document: kindLabel(document ?? ""),
  });
}
