import en from "../../../../messages/en/web/pages/notfound.json";
import { messages, useText } from "../../i18n/messages.ts";
import { Link } from "../../ui/link.tsx";
import { Title } from "../../ui/title.tsx";

const texts = messages(
  en,
  import.meta.glob(["./*/web/pages/notfound.json", "!./en/**"], { base: "../../../../messages" }),
);

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
