import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Load } from "../api/load.ts";
import { useText } from "../i18n/messages.ts";
import { ErrorAlert, type ErrorTexts } from "./alert.tsx";
import { texts } from "./texts.ts";

interface Props<T> {
  readonly from: Load<T>;
  readonly children: (data: T) => ComponentChildren;
  /** The page's own texts for errors, by code. */
  readonly errors?: ErrorTexts | undefined;
}

/** Shows loaded data. Before that, says that they are being loaded. After a failure, says what to do. */
export function Loaded<T>({ from, children, errors }: Props<T>) {
  const failed = from.error && <ErrorAlert error={from.error} texts={errors} retry={() => void from.again()} />;
  if (from.data !== undefined) {
    return (
      <>
        {failed}
        {children(from.data)}
      </>
    );
  }
  return failed ?? <Loading />;
}

/** Says that the page is loading, but only if that takes a while. A short flash would help nobody. */
export function Loading() {
  const t = useText(texts);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" class="loading">
      {slow && t("loading")}
    </p>
  );
}
