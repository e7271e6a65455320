import { useState } from "preact/hooks";
import { api, body } from "../../api/client.ts";
import { type Pages, usePages } from "../../api/pages.ts";
import type { Schemas } from "../../api/types.ts";
import { rich, useText } from "../../i18n/messages.ts";
import { PermitLine } from "../../permits/line.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { More } from "../../ui/more.tsx";
import { SignedIn } from "../../ui/signedin.tsx";
import { Title } from "../../ui/title.tsx";
import { LinkRequests } from "./linkrequests.tsx";
import { texts } from "./texts.ts";

type Part = Schemas["Dashboard"];

/** The account's permits and requests. Items that wait for the account come first. */
export default function Dashboard() {
  const t = useText(texts);
  return (
    <>
      <Title>{t("title")}</Title>
      <SignedIn>
        <Content />
      </SignedIn>
    </>
  );
}

function Content() {
  const t = useText(texts);
  const pages = usePages<Part>((cursor) => body(api.GET("/v1/dashboard", { params: { query: { cursor } } })));
  return (
    <>
      <p class="no-print">
        <Link to="/permits">{t("find")}</Link>
      </p>
      <Loaded from={pages}>{(parts) => <Parts parts={parts} pages={pages} />}</Loaded>
    </>
  );
}

function Parts({ parts, pages }: { parts: readonly Part[]; pages: Pages<Part> }) {
  const t = useText(texts);
  const [withdrawn, setWithdrawn] = useState<string>();
  const permits = parts.flatMap((part) => part.permits);
  const requests = parts.flatMap((part) => part.linkRequests);
  const mine = permits.filter(({ yourMove }) => yourMove);
  const others = permits.filter(({ yourMove }) => !yourMove);
  const empty = permits.length + requests.length === 0;
  const obstacle = parts[0]?.mailObstacle;
  return (
    <>
      {obstacle && (
        <Alert kind="warning" heading={t(obstacle)}>
          {rich(t("mailObstacle"), { prove: (inner) => <Link to="/account/security">{inner}</Link> })}
        </Alert>
      )}
      {withdrawn && (
        <Alert key={withdrawn} kind="success" focus>
          {t("withdrawn", { number: withdrawn })}
        </Alert>
      )}
      {empty ? (
        <Empty />
      ) : (
        <section>
          <h2>{mine.length > 0 ? t("mine", { count: mine.length }) : t("nothingWaits")}</h2>
          {mine.length === 0 && <p>{t("nothingWaitsAbout")}</p>}
          <List permits={mine} />
        </section>
      )}
      {requests.length > 0 && (
        <LinkRequests
          requests={requests}
          again={pages.again}
          withdrawn={(number) => {
            setWithdrawn(number);
            return pages.again();
          }}
        />
      )}
      {others.length > 0 && (
        <section>
          <h2>{t(mine.length > 0 ? "others" : "all")}</h2>
          <List permits={others} />
        </section>
      )}
      <More of={pages} />
    </>
  );
}

function List({ permits }: { permits: Part["permits"] }) {
  return (
    <ul class="permits">
      {permits.map(({ permit, yourMove, yourRoles }) => (
        <PermitLine key={permit.permitId} permit={permit} yours={yourMove} roles={yourRoles} />
      ))}
    </ul>
  );
}

/** The possible actions when the account has no permits or requests yet. */
function Empty() {
  const t = useText(texts);
  return (
    <section>
      <h2>{t("empty")}</h2>
      <p>{t("emptyAbout")}</p>
      <ol class="usa-list">
        <li>{t("emptyFind")}</li>
        <li>{t("emptyAsk")}</li>
        <li>{t("emptyThen")}</li>
      </ol>
      <p>
        <Link to="/permits" class="usa-button">
          {t("lookUp")}
        </Link>
      </p>
      <p>{t("emptyNew")}</p>
    </section>
  );
}
