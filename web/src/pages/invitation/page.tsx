import { useState } from "preact/hooks";
import { api, body } from "../../api/client.ts";
import * as rules from "../../api/generated/rules.ts";
import { useLoad } from "../../api/load.ts";
import type { Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { fragment } from "../../ui/fragment.ts";
import { Link } from "../../ui/link.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Title } from "../../ui/title.tsx";
import { Join } from "./join.tsx";
import { texts } from "./texts.ts";

const code = fragment("code");

/** The page that the link in an invitation opens. */
export default function Invitation() {
  const t = useText(texts);
  const given = code();
  if (!new RegExp(rules.InvitationCode.code.pattern).test(given)) {
    return (
      <>
        <Title>{t("brokenTitle")}</Title>
        <p>{t("broken")}</p>
      </>
    );
  }
  return <Offer code={given} />;
}

function Offer({ code: given }: { code: string }) {
  const t = useText(texts);
  const offer = useLoad(() => body(api.POST("/v1/invitations/view", { body: { code: given } })), given);
  const [joined, setJoined] = useState<Schemas["JoinedAccount"]>();
  const [ended, setEnded] = useState(false);
  if (joined) {
    return (
      <>
        <Title key="joined" focus>
          {t("joinedTitle", { company: joined.company })}
        </Title>
        <Alert kind="success">{t("joined", { email: joined.email })}</Alert>
        <p>
          <Link to="/login" class="usa-button">
            {t("login")}
          </Link>
        </p>
      </>
    );
  }
  if (ended || offer.error?.code === "INVITATION_ENDED" || offer.error?.code === "INVITATION_ACCEPTED") {
    return <Ended />;
  }
  return (
    <>
      <Title>{offer.data ? t("title", { company: offer.data.company }) : t("titleOther")}</Title>
      <Loaded from={offer}>
        {(found) => <Join code={given} offer={found} onJoined={setJoined} onEnded={() => setEnded(true)} />}
      </Loaded>
    </>
  );
}

/**
 * Says that the invitation is not valid. The portal does not tell strangers whether it was used, has expired or was
 * withdrawn.
 */
function Ended() {
  const t = useText(texts);
  return (
    <>
      <Title key="ended" focus>
        {t("endedTitle")}
      </Title>
      <p>{t("ended")}</p>
      <ul class="usa-list">
        <li>{t("endedUsed")}</li>
        <li>{t("endedOther")}</li>
      </ul>
      <p>
        <Link to="/login" class="usa-button">
          {t("login")}
        </Link>
      </p>
    </>
  );
}
