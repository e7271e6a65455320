import type { ComponentChildren } from "preact";
import { address, language } from "../i18n/language.ts";
import { useStore } from "../state/store.ts";

interface Props {
  /** The page's address, without a language. */
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly target?: "_blank";
  readonly "aria-current"?: "page" | "step";
  readonly "aria-label"?: string;
  readonly onClick?: () => void;
}

/** A link to a page of the portal, in the shown language. */
export function Link({ to, class: own, ...rest }: Props) {
  useStore(language);
  return <a class={own ?? "usa-link"} {...rest} href={address(to)} />;
}
