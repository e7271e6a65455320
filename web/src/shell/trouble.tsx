import { Component, type ComponentChildren } from "preact";
import type { ApiError } from "../api/apierror.ts";
import { useText } from "../i18n/messages.ts";
import { Title } from "../ui/title.tsx";
import { texts } from "./texts.ts";

/** In place of a page when the portal itself does not answer. */
export function Trouble({ error, retry }: { error: ApiError; retry: () => void }) {
  const t = useText(texts);
  const kind = error.code === "OFFLINE" ? "offline" : error.code === "UNREACHABLE" ? "unreachable" : "maintenance";
  return (
    <>
      <Title>{t(`${kind}Title`)}</Title>
      <p>{t(kind)}</p>
      <button type="button" class="usa-button" onClick={retry}>
        {t("retry")}
      </button>
    </>
  );
}

/** In place of a page whose program did not arrive. */
export function NotLoaded() {
  const t = useText(texts);
  return (
    <>
      <Title>{t("notLoadedTitle")}</Title>
      <p>{t("notLoaded")}</p>
      <Reload />
    </>
  );
}

function Broken() {
  const t = useText(texts);
  return (
    <>
      <Title>{t("brokenTitle")}</Title>
      <p>{t("broken")}</p>
      <Reload />
    </>
  );
}

function Reload() {
  const t = useText(texts);
  return (
    <button type="button" class="usa-button" onClick={() => location.reload()}>
      {t("reload")}
    </button>
  );
}

/** Shows, instead of nothing, that a page failed to draw itself; another page is tried anew. */
export class Guard extends Component<{ path: string; children: ComponentChildren }, { broken?: string }> {
  override state: { broken?: string } = {};

  override componentDidCatch(fault: unknown): void {
    console.error(fault);
    this.setState({ broken: this.props.path });
  }

  override render() {
    return this.state.broken === this.props.path ? <Broken /> : this.props.children;
  }
}
