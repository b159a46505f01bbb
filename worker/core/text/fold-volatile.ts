/** The languages whose dates are recognised. */
const LOCALES = ["en", "de", "fr", "es", "it", "pt", "nl"] as const;
/** All days of a week, and one day of each month. */
const DAYS = [5, 6, 7, 8, 9, 10, 11].map((day) => Date.UTC(2026, 0, day));
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 1));
/** Names of weekdays and months, in small letters. */
const DATE_NAMES: ReadonlySet<string> = new Set(LOCALES.flatMap(dateNames));

/**
 * Replaces with "0" what changes from day to day by itself: each number, each word with a digit, and the names of weekdays and months.
 * Numbers with separators count as one.
 */
export function foldVolatile(text: string): string {
  const isVolatile = (word: string) => /\p{N}/u.test(word) || DATE_NAMES.has(word.toLowerCase());
  const folded = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => (isVolatile(word) ? "0" : word));
  return folded.replace(/0(?:[.,:’'\u00a0\u202f]0)+/gu, "0");
}

function dateNames(locale: string): string[] {
  const named = (option: "weekday" | "month", dates: number[]) =>
    dates.map((date) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", [option]: "long" }).format(date).toLowerCase());
  return [...named("weekday", DAYS), ...named("month", MONTHS)];
}
