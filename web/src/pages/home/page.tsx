import { useLocation } from "preact-iso";
import en from "../../../../messages/en/web/pages/home.json";
import { messages, useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { Title } from "../../ui/title.tsx";
import { begunHere, choose } from "../application/begun.ts";

const texts = messages(en, import.meta.glob(["./*/web/pages/home.json", "!./en/**"], { base: "../../../../messages" }));

export default function Home() {
  const t = useText(texts);
  const { route } = useLocation();
  const open = begunHere();
  const begun = open.length > 0;
  return (
    <>
      <Title class="home-title">{t("title")}</Title>
      <p class="lead">{t("lead")}</p>
      <div class="tiles">
        {begun && (
          <section class="tile tile-first">
            <p>
              <Link
                to={open.length > 1 ? "/application" : "/application/step-1"}
                onClick={() => open.length === 1 && open[0] && choose(open[0])}
                class="usa-button usa-button--big"
              >
                {t("goOn")}
              </Link>
            </p>
            <p>{t("goOnAbout")}</p>
          </section>
        )}
        <section class={begun ? "tile" : "tile tile-first"}>
          <p>
            <Link to="/application" class={`usa-button usa-button--big${begun ? " usa-button--outline" : ""}`}>
              {t("create")}
            </Link>
          </p>
          <p>{t("createAbout")}</p>
        </section>
        <section class="tile">
          <p>
            <Link to="/login" class="usa-button usa-button--outline usa-button--big">
              {t("login")}
            </Link>
          </p>
          <p>{t("loginAbout")}</p>
        </section>
      </div>
      <div class="columns">
        <section>
          <h2>{t("lookUp")}</h2>
          <p>{t("lookUpAbout")}</p>
          <search>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const typed = new FormData(event.currentTarget).get("q");
                route(`/permits?q=${encodeURIComponent(String(typed ?? "").trim())}`);
              }}
            >
              <label class="usa-label" for="home-q">
                {t("number")}
              </label>
              <div class="with-button">
                <input
                  class="usa-input"
                  id="home-q"
                  name="q"
                  type="search"
                  maxLength={100}
                  autocapitalize="off"
                  spellcheck={false}
                />
                <button class="usa-button" type="submit">
                  {t("find")}
                </button>
              </div>
            </form>
          </search>
        </section>
        <section>
          <h2>{t("needTitle")}</h2>
          <ul class="usa-list">
            <li>{t("needName")}</li>
            <li>{t("needEmail")}</li>
            <li>
              {t("needFiles")}. {t("needPhoto")}
            </li>
            <li>{t("needHomeowner")}</li>
          </ul>
        </section>
      </div>
    </>
  );
}
