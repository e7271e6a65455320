import { useState } from "preact/hooks";
import type { Schemas } from "../../api/types.ts";
import { useText } from "../../i18n/messages.ts";
import { Alert } from "../../ui/alert.tsx";
import { Link } from "../../ui/link.tsx";
import { Title } from "../../ui/title.tsx";
import { NewPassword } from "./newpassword.tsx";
import { Question } from "./question.tsx";
import { texts } from "./texts.ts";
import { Who } from "./who.tsx";

/** The progress of the recovery. It is only in memory. */
type Progress =
  | { readonly step: "who" }
  | { readonly step: "question"; readonly user: string; readonly asked: Schemas["RecoveryQuestion"] }
  | {
      readonly step: "password";
      readonly user: string;
      readonly asked: Schemas["RecoveryQuestion"];
      readonly answer: string;
      readonly mailed: Schemas["CodeMailed"];
    }
  | { readonly step: "done" };

/** The page "Forgot password": first the secret question, then the mailed code and a new password. */
export default function Recovery() {
  const t = useText(texts);
  const [at, go] = useState<Progress>({ step: "who" });
  const [ended, setEnded] = useState(false);
  const startOver = (tookTooLong: boolean) => {
    setEnded(tookTooLong);
    go({ step: "who" });
  };
  if (at.step === "done") {
    return (
      <>
        <Title key="done" focus>
          {t("doneTitle")}
        </Title>
        <Alert kind="success">{t("done")}</Alert>
        <p>
          <Link to="/login" class="usa-button">
            {t("login")}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <Title key={at.step} focus={at.step !== "who"}>
        {t(`${at.step}Title`)}
      </Title>
      {at.step === "who" && ended && (
        <Alert kind="warning" focus>
          {t("ended")}
        </Alert>
      )}
      {at.step === "who" && <Who found={(user, asked) => go({ step: "question", user, asked })} />}
      {at.step === "question" && (
        <Question
          asked={at.asked}
          answered={(answer, mailed) => go({ ...at, step: "password", answer, mailed })}
          startOver={startOver}
        />
      )}
      {at.step === "password" && (
        <NewPassword
          {...at}
          sentAgain={(mailed) => go({ ...at, mailed })}
          done={() => go({ step: "done" })}
          startOver={startOver}
        />
      )}
    </>
  );
}
