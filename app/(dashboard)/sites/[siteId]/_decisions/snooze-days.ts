/** The offered lengths of a snooze. */
export const SNOOZE_CHOICES = [
  { name: "Tomorrow", days: 1 },
  { name: "In a week", days: 7 },
  { name: "In a month", days: 30 },
  { name: "In three months", days: 91 },
] as const;

/** Returns the local calendar day some days after a moment, as "2026-12-24". */
export function dayAfter(moment: Date, days: number): string {
  const day = new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + days, 12);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Returns a day in the reader's words: "Thu 24 Dec". Only for the browser, which knows them. */
export function shownDay(day: string): string {
  const format = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
