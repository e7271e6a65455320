import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { usePages } from "../../api/pages.ts";
import { TextField } from "../../forms/fields.tsx";
import { Form } from "../../forms/form.tsx";
import { useForm } from "../../forms/useform.ts";
import { useText } from "../../i18n/messages.ts";
import { PermitLine } from "../../permits/line.tsx";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { More } from "../../ui/more.tsx";
import { Title } from "../../ui/title.tsx";
import { by, type Found, search, type Way } from "./search.ts";
import { texts } from "./texts.ts";

/** Finds permits by number, address or parcel. The page's address contains the search. */
export default function Permits() {
  const t = useText(texts);
  const { query, route } = useLocation();
  const wanted = (query.q ?? "").trim();
  return (
    <>
      <Title title={wanted && `${t("title")}: ${wanted}`}>{t("title")}</Title>
      <p>{t("about")}</p>
      <Search key={wanted} wanted={wanted} find={(q) => route(searched(q))} />
      {wanted && <Results wanted={wanted} />}
    </>
  );
}

function searched(q: string): string {
  return `/permits?q=${encodeURIComponent(q)}`;
}

function Search({ wanted, find }: { wanted: string; find: (q: string) => void }) {
  const t = useText(texts);
  const form = useForm({
    id: `permits-${wanted}`,
    rules: { q: { required: true, maxLength: 120 } },
    fields: { q: { label: t("label"), hint: t("hint") } },
    initial: { q: wanted },
    send: async ({ q }) => find(q.trim()),
  });
  return (
    <search>
      <Form form={form} submit={t("find")}>
        <TextField form={form} name="q" type="search" autocapitalize="off" spellcheck={false} />
      </Form>
    </search>
  );
}

function Results({ wanted }: { wanted: string }) {
  const t = useText(texts);
  const way = useRef<Way>("number");
  const pages = usePages<Found>(async (cursor) => {
    if (cursor) {
      return by(way.current, wanted, cursor);
    }
    const first = await search(wanted);
    way.current = first.way;
    return first.found;
  }, wanted);
  return (
    <section class="results" aria-label={t("results")}>
      <Loaded from={pages}>
        {(parts) => {
          const permits = parts.flatMap((part) => part.permits);
          const streets = parts[0]?.streets ?? [];
          const count = permits.length;
          return (
            <>
              <div role="status">
                <h2>
                  {count > 0
                    ? count === 1 && !pages.more
                      ? t("one", { wanted })
                      : t(pages.more ? "firstOf" : "found", { count, wanted })
                    : streets.length > 0
                      ? t("whichStreet", { wanted })
                      : t("none", { wanted })}
                </h2>
              </div>
              <ul class="permits">
                {permits.map((permit) => (
                  <PermitLine key={permit.permitId} permit={permit} />
                ))}
              </ul>
              <More of={pages} />
              {streets.length > 0 && <Streets wanted={wanted} streets={streets} more={count > 0} />}
              {count === 0 && streets.length === 0 && <NoneFound />}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

/** The streets that match a part of a name. */
function Streets({ wanted, streets, more }: { wanted: string; streets: readonly string[]; more: boolean }) {
  const t = useText(texts);
  const house = /^\s*(\d+\w?)\s/.exec(wanted)?.[1];
  return (
    <>
      {more && <h2>{t("streets")}</h2>}
      <ul class="usa-list">
        {streets.map((street) => (
          <li key={street}>
            <Link to={searched([house, street].filter(Boolean).join(" "))}>{street}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function NoneFound() {
  const t = useText(texts);
  return (
    <>
      <p>{t("noneAbout")}</p>
      <ul class="usa-list">
        <li>{t("noneNumber")}</li>
        <li>{t("noneAddress")}</li>
        <li>{t("noneNew")}</li>
      </ul>
    </>
  );
}
