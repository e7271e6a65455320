import { recordLabel, recordsLanguage } from "./words.ts";

interface Props {
  readonly children: string;
}

/** What somebody wrote into the city's records, marked as in their language. */
export function Recorded({ children }: Props) {
  return <span lang={recordsLanguage()}>{children}</span>;
}

/** A word of the records: in the reader's language where the city has it. */
export function RecordsWord({ children }: Props) {
  return recordLabel(children) ?? <Recorded>{children}</Recorded>;
}
