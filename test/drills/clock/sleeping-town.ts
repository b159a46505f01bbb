import type { Database } from "#prisma/client.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { nextSummaryAt } from "#worker/core/schedule/next-summary-at.ts";

/** Zones with a change at different hours, one of half an hour, and two without any. */
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
/** Hours around the changes, and both ends of the day. */
const HOURS = [0, 1, 2, 3, 23];
const CRAWL_MINUTE = 10;
const LONG_AFTER = new Date("2040-01-01T00:00:00Z");

export type TownSite = { siteId: string; timeZone: string; hour: number; minute: number };
export type TownReader = { email: string; timeZone: string; hour: number; rhythm: "daily" | "weekly" };

/** Sites and readers of mails of one Team, for each hour in each zone. `newsSiteId`: the Site about which all readers get mail. */
export type Town = { newsSiteId: string; sites: TownSite[]; readers: TownReader[] };

/** Fills the database with a Team that has a Site with news at `newsUrl`, and with small Sites at `url`. What is due next is computed at `now`. */
export async function buildTown(
  db: Database,
  { newsUrl, url, now }: { newsUrl: string; url: string; now: Date },
): Promise<Town> {
  const { teamId } = await seedTeam(db, { email: "owner@town.example", plan: "agency" });
  const places = ZONES.flatMap((timeZone) => HOURS.map((hour) => ({ timeZone, hour })));
  const readers = places.flatMap(({ timeZone, hour }) =>
    (["daily", "weekly"] as const).map((rhythm) => {
      const email = `${rhythm}-at-${hour}@${timeZone.replace(/[^a-z]/gi, "-").toLowerCase()}.example`;
      return { email, timeZone, hour, rhythm };
    }),
  );
  const newsSite = await db.site.create({
    data: {
      ...{ teamId, startUrl: newsUrl, name: "News", crawlMinute: 0, nextCrawlAt: LONG_AFTER, pageLimit: 100 },
      recipients: { create: readers.map(({ email }) => ({ email, confirmedAt: now, token: `a-token-of-${email}` })) },
    },
  });
  for (const { email, ...clock } of readers)
    await db.mailRhythm.create({
      data: {
        teamId,
        email,
        token: `a-token-for-the-rhythm-of-${email}`,
        ...clock,
        checks: [],
        nextAt: nextSummaryAt(clock, now),
      },
    });
  const sites: TownSite[] = [];
  for (const { timeZone, hour } of places) {
    const clock = { timeZone, crawlHour: hour, crawlMinute: CRAWL_MINUTE };
    const { id } = await db.site.create({
      data: {
        ...{ teamId, startUrl: url, name: `${timeZone} ${hour}`, pageLimit: 2, ...clock },
        nextCrawlAt: nextCrawlAt(clock, now),
      },
    });
    sites.push({ siteId: id, timeZone, hour, minute: CRAWL_MINUTE });
  }
  return { newsSiteId: newsSite.id, sites, readers };
}
