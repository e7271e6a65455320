import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { city } from "../api/portal.ts";
import { language } from "../i18n/language.ts";
import { useStore } from "../state/store.ts";

/**
 * Whether the person came to this page from another page of the portal. On the first page, the focus stays unchanged.
 */
let navigated = false;

export function onNavigation(): void {
  navigated = true;
}

interface Props {
  readonly children: string;
  /** The browser's title, if it differs from the heading. */
  readonly title?: string;
  readonly class?: string;
  /** Whether the heading always takes the focus, for a new step of the same page. */
  readonly focus?: boolean;
}

/** A page's heading and the browser's title. The heading gets the focus when the person comes from another page. */
export function Title({ children, title, focus = false, ...rest }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useStore(city)?.name;
  useStore(language);
  useEffect(() => {
    document.title = [title || children, name].filter(Boolean).join(" – ");
  }, [title, children, name]);
  useLayoutEffect(() => {
    if (navigated || focus) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading} class={rest.class}>
      {children}
    </h1>
  );
}
