import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useText } from "../../../i18n/messages.ts";
import { Alert } from "../../../ui/alert.tsx";
import { AccountPage, OfAccount } from "../frame.tsx";
import { Email } from "./email.tsx";
import { Password } from "./password.tsx";
import { Question } from "./question.tsx";
import { texts } from "./texts.ts";

/** The properties of a form in a section. */
export interface Step {
  readonly onDone: (what: string) => void;
  readonly cancel: ComponentChildren;
}

export default function Security() {
  const t = useText(texts);
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<{ readonly in: string; readonly what: string }>();
  const section = (
    name: "password" | "email" | "question",
    about: string,
    change: string,
    form: (step: Step) => ComponentChildren,
  ) => (
    <section class="card">
      <h2>{t(name)}</h2>
      {done?.in === name && (
        <Alert kind="success" focus>
          {done.what}
        </Alert>
      )}
      <p>{about}</p>
      {open === name ? (
        form({
          onDone: (what) => {
            setOpen(undefined);
            setDone({ in: name, what });
          },
          cancel: (
            <button type="button" class="usa-button usa-button--unstyled" onClick={() => setOpen(undefined)}>
              {t("cancel")}
            </button>
          ),
        })
      ) : (
        <button
          type="button"
          class="usa-button usa-button--outline"
          onClick={() => {
            setDone(undefined);
            setOpen(name);
          }}
        >
          {change}
        </button>
      )}
    </section>
  );
  return (
    <AccountPage page="security">
      <p>{t("about")}</p>
      <OfAccount>
        {(account, load) => (
          <div class="cards">
            {section("password", t("passwordAbout"), t("changePassword"), (step) => (
              <Password account={account} {...step} />
            ))}
            {section(
              "email",
              t("emailAbout", { email: account.memberEmail }),
              t("changeEmail"),
              ({ onDone, cancel }) => (
                <Email
                  onDone={(what) => {
                    onDone(what);
                    void load.again();
                  }}
                  cancel={cancel}
                />
              ),
            )}
            {section("question", t("questionAbout"), t("changeQuestion"), (step) => (
              <Question {...step} />
            ))}
          </div>
        )}
      </OfAccount>
    </AccountPage>
  );
}
