import { language } from "./language.ts";

/** Returns the locale for numbers and dates: the shown language with the forms of the US. */
function locale(): string {
  return `${language.get()}-US`;
}

/** Prevents line breaks within a date or a time. */
function unbroken(shown: string): string {
  return shown.replaceAll(" ", "\u00a0");
}

/** Returns a date such as "Nov 28, 2026" for a day, or for an instant in the city's time zone. */
export function date(of: string, timeZone?: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(of);
  const shown = { dateStyle: "medium", timeZone: day ? "UTC" : timeZone } as const;
  return unbroken(new Intl.DateTimeFormat(locale(), shown).format(new Date(of)));
}

/** Returns the date and time of an instant, in the city's time zone. */
export function dateTime(instant: string, timeZone?: string): string {
  const shown = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  const [day = "", ...hour] = new Intl.DateTimeFormat(locale(), shown).format(new Date(instant)).split(/, (?=\d+:)/);
  return [day, ...hour].map(unbroken).join(", ");
}

/** Returns the hour and minute of an instant, in the reader's time zone. */
export function time(instant: string): string {
  return unbroken(new Intl.DateTimeFormat(locale(), { timeStyle: "short" }).format(new Date(instant)));
}

/** Returns a size such as "1.4 MB". */
export function size(bytes: number): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"];
  const digits = value < 10 && bytes >= 1024 ? 1 : 0;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(Math.max(value, 1))} ${unit}`;
}

/** Returns an amount such as "$17,500". */
export function dollars(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const shown = {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: digits,
    maximumFractionDigits: 2,
  } as const;
  return new Intl.NumberFormat(locale(), shown).format(cents / 100);
}

/** Returns the city's text in the shown language. If there is none, returns the text in the city's first language. */
export function cityText(texts: Readonly<Record<string, string>>): string {
  return texts[language.get()] ?? Object.values(texts)[0] ?? "";
}

/** Returns a phone number in the form that is usual here. */
export function phone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164.replace(/[ -]/g, "")) ?? [];
  return area ? `${area}-${exchange}-${line}` : e164;
}
