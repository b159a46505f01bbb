import type { Database } from "#prisma/client.ts";
import { dayIn, firstMoment } from "./local-times.ts";
import type { Town } from "./sleeping-town.ts";

const DAY_MS = 86_400_000;
/** A step of the drill, and the minutes by which a time that a change skips is later than the change. */
const LATE_MS = 45 * 60_000;

type Happened = { what: string; timeZone: string; day: string; time: string; moments: Date[] };

/** Finds Sites that were not crawled exactly once on their local day, and readers who did not get exactly one mail, at their hour. */
export async function findDayFaults(db: Database, { sites, readers }: Town, day: string): Promise<string[]> {
  const crawls = await db.crawl.findMany({ select: { siteId: true, queuedAt: true, state: true } });
  const mails = await db.delivery.findMany({
    where: { kind: "summary" },
    select: { email: true, createdAt: true, sentAt: true },
  });
  const monday = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  const happened: Happened[] = [
    ...sites.map(({ siteId, timeZone, hour, minute }) => ({
      what: "crawl",
      ...{ timeZone, day, time: clockTime(hour, minute) },
      moments: crawls.filter((crawl) => crawl.siteId === siteId && crawl.state === "finished").map(({ queuedAt }) => queuedAt),
    })),
    ...readers
      // The Monday is not over in all zones.
      .filter(({ rhythm, hour }) => rhythm === "daily" || hour <= 3)
      .map(({ email, timeZone, hour, rhythm }) => ({
        what: `${rhythm} mail`,
        ...{ timeZone, day: rhythm === "daily" ? day : monday, time: clockTime(hour, 0) },
        moments: mails.filter((mail) => mail.email === email).map(({ sentAt, createdAt }) => sentAt ?? createdAt),
      })),
  ];
  return happened.flatMap(judge);
}

function judge({ what, timeZone, day, time, moments }: Happened): string[] {
  const thatDay = moments.filter((moment) => dayIn(timeZone, moment) === day);
  const label = `The ${what} of ${timeZone} at ${time} on ${day}`;
  const [moment] = thatDay;
  if (!moment || thatDay.length > 1) return [`${label} happened ${thatDay.length} times.`];
  const wanted = firstMoment({ timeZone, day, time });
  const lateMs = moment.getTime() - wanted.getTime();
  return lateMs >= 0 && lateMs <= LATE_MS
    ? []
    : [`${label} happened at ${moment.toISOString()}; ${wanted.toISOString()} was wanted.`];
}

const clockTime = (hour: number, minute: number) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
