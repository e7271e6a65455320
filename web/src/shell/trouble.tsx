import { Component, type ComponentChildren } from "preact";
import type { ApiError } from "../api/apierror.ts";
import { useText } from "../i18n/messages.ts";
import { Title } from "../ui/title.tsx";
import { texts } from "./texts.ts";

/** Replaces a page when the portal does not answer. */
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

/** Replaces a page whose code could not be loaded. */
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

/** Shows a message when a page could not be drawn. Another page is drawn again. */
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
