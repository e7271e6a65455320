import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useLoad } from "../../api/load.ts";
import { session } from "../../api/session.ts";
import type { Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { useStore } from "../../state/store.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Loading } from "../../ui/loaded.tsx";
import { Title } from "../../ui/title.tsx";
import { PasswordStep } from "./password.tsx";
import { returnTo } from "./return.ts";
import { SecondFactor } from "./secondfactor.tsx";
import { texts } from "./texts.ts";

/** The challenge that follows when the password alone is not enough. */
export interface Asked {
  readonly challenge: string;
  /** The password; a recovery code is valid only together with it. */
  readonly password: string;
}

export default function Login() {
  const t = useText(texts);
  const { query, route } = useLocation();
  const standing = useStore(session.standing);
  const [asked, setAsked] = useState<Asked>();
  const [tookTooLong, setTookTooLong] = useState(false);
  // A person who was signed in recently may still be signed in. Wait for the answer, so that the form does not
  // disappear while the person types.
  const found = useLoad(async () => session.expected && session.signedIn());
  const looking = session.expected && standing === "unknown" && found.data === undefined && !found.error;
  const wanted = query.return;
  const inOwnWindow = wanted === "close";

  useEffect(() => {
    if (standing !== "in") {
      return;
    }
    if (inOwnWindow) {
      window.close();
    } else {
      route(returnTo(wanted), true);
    }
  }, [standing, inOwnWindow, wanted, route]);

  /** Completes the sign-in, or continues with the challenge. */
  function proceed({ asked: more, ...tokens }: Schemas["Session"], password: string): void {
    if (more) {
      setAsked({ challenge: more.challenge, password });
    } else {
      session.begin(tokens);
    }
  }

  if (standing === "in" && inOwnWindow) {
    return (
      <>
        <Title>{t("backTitle")}</Title>
        <p>{t("back")}</p>
      </>
    );
  }
  if (looking) {
    return (
      <>
        <Title>{t("title")}</Title>
        <Loading />
      </>
    );
  }
  return asked ? (
    <SecondFactor
      asked={asked}
      proceed={proceed}
      startOver={(late) => {
        setTookTooLong(late);
        setAsked(undefined);
      }}
    />
  ) : (
    <>
      <Title>{t("title")}</Title>
      {tookTooLong && (
        <Alert kind="warning" focus>
          {t("ended")}
        </Alert>
      )}
      {wanted && !inOwnWindow && <Alert kind="info">{t("goOn")}</Alert>}
      <PasswordStep proceed={proceed} />
      <h2>{t("noAccount")}</h2>
      <p>
        <Link to="/application">{t("create")}</Link>
      </p>
      <p>
        {t("staffAbout")} <Link to="/staff">{t("staff")}</Link>
      </p>
    </>
  );
}
