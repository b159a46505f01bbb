import type { Rhythm } from "../digest/rhythm.ts";
import { knownTimeZone, localDay, momentOf } from "./next-crawl-at.ts";

type SummaryClock = { rhythm: Rhythm; hour: number; timeZone: string };

const LONGEST_MONTH = 31;
const MONDAY = 1;

/**
 * Returns the first moment after `now` at which a summary is due: at the local hour, each day, each Monday or each first day of a month.
 * Null for a person who gets mail at once.
 */
export function nextSummaryAt({ rhythm, hour, timeZone: name }: SummaryClock, now: Date): Date | null {
  if (rhythm === "at_once") return null;
  const timeZone = knownTimeZone(name);
  const [year, month, day] = localDay(now, timeZone).split("-").map(Number);
  for (let ahead = 0; ahead <= LONGEST_MONTH; ahead += 1) {
    const wanted = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + ahead, hour));
    if (rhythm === "weekly" && wanted.getUTCDay() !== MONDAY) continue;
    if (rhythm === "monthly" && wanted.getUTCDate() !== 1) continue;
    const moment = momentOf(wanted.getTime(), timeZone);
    if (moment > now.getTime()) return new Date(moment);
  }
  throw new RangeError(`No time for the next summary could be found in ${timeZone}.`);
}
