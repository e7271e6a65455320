import { recordLabel, recordsLanguage } from "./words.ts";

/** What stands in the city's records: in the reader's language where the city has it, or marked as in the records'. */
export function Recorded({ children }: { children: string }) {
  return recordLabel(children) ?? <span lang={recordsLanguage()}>{children}</span>;
}
