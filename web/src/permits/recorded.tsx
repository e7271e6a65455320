import { recordLabel, recordsLanguage } from "./words.ts";

interface Props {
  readonly children: string;
}

/** A text from the city's records. It is marked as text in the records' language. */
export function Recorded({ children }: Props) {
  return <span lang={recordsLanguage()}>{children}</span>;
}

/** A word from the city's records, in the reader's language if the city has a translation. */
export function RecordsWord({ children }: Props) {
  return recordLabel(children) ?? <Recorded>{children}</Recorded>;
}
