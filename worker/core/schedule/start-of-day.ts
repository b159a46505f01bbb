import { momentOf } from "./next-crawl-at.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns the first moment of a calendar day ("2026-12-24") in an IANA time zone; null if there is no such day. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const [, year, month, date] = (DAY.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const midnight = Date.UTC(year, month - 1, date);
  if (new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  return new Date(momentOf(midnight, timeZone));
}
