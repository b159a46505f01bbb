import { zoneFormats } from "./zone-formats.ts";

export type SiteClock = { timeZone: string; crawlHour: number; crawlMinute: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const localMinute = zoneFormats("en-US", {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

/**
 * Returns the first moment after `now` at which the Site's local time is its hour and minute. If the clocks skip that time, it
 * is as long after the skip; if they show it twice, the first. `timeZone` is an IANA name.
 * @throws RangeError for an unknown time zone.
 */
export function nextCrawlAt({ timeZone, crawlHour, crawlMinute }: SiteClock, now: Date): Date {
  const [year, month, day] = localDay(now, timeZone).split("-").map(Number);
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const wanted = Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + ahead, crawlHour, crawlMinute);
    const moment = momentOf(wanted, timeZone);
    if (moment > now.getTime()) return new Date(moment);
  }
  throw new RangeError(`No next crawl could be found in ${timeZone}.`);
}

/** True if this runtime knows a time zone with this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    return localMinute(name).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Returns the zone, or UTC if it is unknown: zones are renamed now and then, which must not stop crawls. */
export function knownTimeZone(name: string): string {
  return isTimeZone(name) ? name : "UTC";
}

/** Returns the local calendar day, as `2026-11-21`. */
export function localDay(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 10);
}

/**
 * Returns the moment at which a clock in the zone shows `wanted` (a local time encoded as UTC). Tries the offsets a day before
 * and a day after, and takes the earlier match. For a skipped time, uses the offset before the skip.
 */
export function momentOf(wanted: number, timeZone: string): number {
  const before = wanted - offsetAt(wanted - DAY_MS, timeZone);
  const after = wanted - offsetAt(wanted + DAY_MS, timeZone);
  const shown = [before, after].filter((moment) => moment + offsetAt(moment, timeZone) === wanted);
  return shown.length > 0 ? Math.min(...shown) : before;
}

/** Returns the zone's offset from UTC at a moment, in milliseconds, to the minute. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = Object.fromEntries(
    localMinute(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0);
  return local - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
}
