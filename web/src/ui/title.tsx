import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { city } from "../api/portal.ts";
import { language } from "../i18n/language.ts";
import { useStore } from "../state/store.ts";

/** Whether the page that is shown was come to inside the portal; the first one keeps the browser's focus. */
let navigated = false;

export function onNavigation(): void {
  navigated = true;
}

interface Props {
  readonly children: string;
  /** The browser's title where it is to say more than the heading. */
  readonly title?: string;
  readonly class?: string;
  /** Takes the focus in any case: the heading of another step of the same page. */
  readonly focus?: boolean;
}

/** A page's heading and the browser's title; it is given the focus when one comes from another page. */
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
