import { useEffect } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { ApiError } from "../../api/apierror.ts";
import { api, body } from "../../api/client.ts";
import { useLoad } from "../../api/load.ts";
import { session } from "../../api/session.ts";
import type { Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { useStore } from "../../state/store.ts";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Title } from "../../ui/title.tsx";
import { PartyView } from "./party.tsx";
import { texts } from "./texts.ts";
import { VisitorView } from "./visitor.tsx";

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

type Seen = { readonly opened: Schemas["OpenedPermit"] } | { readonly shown: Schemas["PublicPermit"] };

/** Returns the permit as a party sees it. If the person is no party, returns the public permit. */
async function see(permitId: string): Promise<Seen> {
  const params = { path: { permitId } };
  if (session.expected && (await session.signedIn())) {
    try {
      return { opened: await body(api.GET("/v1/account/permits/{permitId}", { params })) };
    } catch (thrown) {
      if (!(thrown instanceof ApiError) || (thrown.code !== "NOT_FOUND" && thrown.code !== "NOT_SIGNED_IN")) {
        throw thrown;
      }
    }
  }
  return { shown: await body(api.GET("/v1/permits/{permitId}", { params })) };
}

/** The page of a permit. Everybody uses the same address, and parties see more. */
export default function Permit() {
  const { params } = useRoute();
  const { route } = useLocation();
  const wanted = params.permitId ?? "";
  const isId = ID.test(wanted);
  useEffect(() => {
    if (!isId) {
      // Open data of the city link to a permit by its number.
      route(`/permits?q=${encodeURIComponent(wanted)}`, true);
    }
  }, [isId, wanted, route]);
  return isId ? <Content permitId={wanted} /> : null;
}

function Content({ permitId }: { permitId: string }) {
  const t = useText(texts);
  const out = useStore(session.standing) === "out";
  const load = useLoad<Seen>(() => see(permitId), `${permitId} ${out}`);
  const details = load.data && ("opened" in load.data ? load.data.opened.details : load.data.shown.details);
  return (
    <>
      <Title>{details ? t("title", { number: details.permit.number }) : t("permit")}</Title>
      <Loaded from={load} errors={{ NOT_FOUND: t("notFound") }}>
        {(seen) =>
          "opened" in seen ? (
            <PartyView opened={seen.opened} show={(opened) => load.show({ opened })} />
          ) : (
            <VisitorView permit={seen.shown} />
          )
        }
      </Loaded>
      {load.error?.code === "NOT_FOUND" && (
        <p>
          <Link to="/permits">{t("lookUp")}</Link>
        </p>
      )}
    </>
  );
}
