import { messages, useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { Title } from "../../ui/title.tsx";
import en from "./en.json";

const texts = messages(en, { es: () => import("./es.json") });

export default function NotFound() {
  const t = useText(texts);
  return (
    <>
      <Title>{t("title")}</Title>
      <p>{t("text")}</p>
      <p>
        <Link to="/">{t("home")}</Link>
      </p>
    </>
  );
}
