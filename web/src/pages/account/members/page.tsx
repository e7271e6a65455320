import { useState } from "preact/hooks";
import { api, body } from "../../../api/client.ts";
import { useLoad } from "../../../api/load.ts";
import { city } from "../../../api/portal.ts";
import { session } from "../../../api/session.ts";
import type { Schemas } from "../../../api/types.ts";
import { date } from "../../../i18n/format.ts";
import { useText } from "../../../i18n/messages.ts";
import { useStore } from "../../../state/store.ts";
import { Alert, ErrorAlert } from "../../../ui/alert.tsx";
import { useCommand } from "../../../ui/command.ts";
import { Link } from "../../../ui/link.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { Title } from "../../../ui/title.tsx";
import { AccountPage, OfAccount, OwnerOnly } from "../frame.tsx";
import { texts as ofAccount } from "../texts.ts";
import { Invite } from "./invite.tsx";
import { MemberCard } from "./member.tsx";
import { texts } from "./texts.ts";

export default function Members() {
  const t = useText(texts);
  const [left, setLeft] = useState<string>();
  if (left !== undefined) {
    return (
      <>
        <Title focus>{t("left", { company: left })}</Title>
        <p>{t("leftAbout")}</p>
        <Link to="/" class="usa-button">
          {t("home")}
        </Link>
      </>
    );
  }
  return (
    <AccountPage page="members">
      <OfAccount>
        {(account, { again }) =>
          account.role === "OWNER" ? (
            <People account={account} again={again} onLeft={() => setLeft(account.name)} />
          ) : (
            <OwnerOnly role={account.role} />
          )
        }
      </OfAccount>
    </AccountPage>
  );
}

interface Props {
  readonly account: Schemas["Account"];
  /** Loads the account again, because the person's own role has changed. */
  readonly again: () => Promise<void>;
  readonly onLeft: () => void;
}

function People({ account, again, onLeft }: Props) {
  const t = useText(texts);
  const company = account.name;
  const load = useLoad(() => body(api.GET("/v1/account/members")));
  const [done, setDone] = useState<string>();
  const onDone = async (what: string) => {
    await load.again();
    setDone(what);
  };
  const onSelf = async (now: "left" | "role") => {
    if (now === "role") {
      return again();
    }
    onLeft();
    session.end();
  };
  return (
    <Loaded from={load}>
      {({ members, invitations, principalClaim }) => (
        <>
          {done && (
            <Alert kind="success" focus>
              {done}
            </Alert>
          )}
          {principalClaim && (
            <OpenClaim
              claim={principalClaim}
              company={company}
              viewer={members.find(({ memberId }) => memberId === account.memberId)}
              onDone={onDone}
            />
          )}
          <h2>{t("people")}</h2>
          <p>{t("about", { company })}</p>
          <ul class="cards">
            {members.map((member) => (
              <MemberCard
                key={member.memberId}
                member={member}
                all={members}
                company={company}
                viewer={account.memberId}
                claimed={principalClaim !== undefined}
                onDone={onDone}
                onSelf={onSelf}
              />
            ))}
          </ul>
          <h2>{t("open")}</h2>
          {invitations.length === 0 && <p>{t("noInvitations")}</p>}
          <ul class="cards">
            {invitations.map((invitation) => (
              <Open key={invitation.invitationId} invitation={invitation} onDone={onDone} />
            ))}
          </ul>
          <h2>{t("inviteTitle")}</h2>
          <Invite onInvited={({ email }) => onDone(t("invited", { email }))} />
        </>
      )}
    </Loaded>
  );
}

interface ClaimProps {
  readonly claim: Schemas["PrincipalClaim"];
  readonly company: string;
  readonly viewer: Schemas["Member"] | undefined;
  readonly onDone: (what: string) => Promise<void>;
}

/** An owner's claim of the company's name. The claimant can withdraw it; the person it is about can refuse it. */
function OpenClaim({ claim: { memberId, name, effectiveAt }, company, viewer, onDone }: ClaimProps) {
  const t = useText(texts);
  const zone = useStore(city)?.timeZone;
  const { run, busy, error } = useCommand();
  const own = memberId === viewer?.memberId;
  const end = () =>
    run(async () => {
      await api.DELETE("/v1/account/principal-claim");
      await onDone(t(own ? "claimWithdrawn" : "claimRefused", { name }));
    });
  return (
    <>
      <Alert kind="warning" heading={t("claimHeading", { name, company })}>
        {t(viewer?.principal ? "claimAboutYou" : "claimOpen", { name, from: date(effectiveAt, zone) })}
      </Alert>
      {error && <ErrorAlert error={error} />}
      {(own || viewer?.principal) && (
        <p>
          <button type="button" class="usa-button usa-button--outline" aria-disabled={busy} onClick={() => void end()}>
            {t(own ? "claimWithdraw" : "claimRefuse")}
          </button>
        </p>
      )}
    </>
  );
}

interface OpenProps {
  readonly invitation: Schemas["Invitation"];
  readonly onDone: (what: string) => Promise<void>;
}

function Open({ invitation: { invitationId, email, name, role, invitedBy, expiresAt }, onDone }: OpenProps) {
  const t = useText(texts);
  const roleText = useText(ofAccount);
  const zone = useStore(city)?.timeZone;
  const { run, busy, error } = useCommand();
  const withdraw = () =>
    run(async () => {
      await api.DELETE("/v1/account/invitations/{invitationId}", { params: { path: { invitationId } } });
      await onDone(t("withdrawn", { email }));
    });
  return (
    <li class="card">
      <h3>{name ? `${name} · ${email}` : email}</h3>
      <p>{t("invitedAs", { role: roleText(role), by: invitedBy, until: date(expiresAt, zone) })}</p>
      {error && <ErrorAlert error={error} />}
      <div class="card-actions">
        <button
          type="button"
          class="usa-button usa-button--unstyled"
          aria-label={t("withdrawNamed", { email })}
          aria-disabled={busy}
          onClick={() => void withdraw()}
        >
          {t("withdraw")}
        </button>
      </div>
    </li>
  );
}
