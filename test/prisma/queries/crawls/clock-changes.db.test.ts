import { afterAll, beforeAll, expect, it } from "vitest";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { localDay } from "#worker/core/schedule/next-crawl-at.ts";

const HOUR_MS = 3_600_000;
/** Time between two looks at the schedule. */
const STEP_MS = HOUR_MS / 2;
/** Each with the hours around its change, and one of half an hour. */
const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Sao_Paulo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
];
const HOURS = [0, 1, 2, 3, 23];

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Returns the first look after the next crawl of a site is due. */
async function nextLook(): Promise<number> {
  const { _min } = await desk.db.site.aggregate({ _min: { nextCrawlAt: true } });
  return Math.ceil((_min.nextCrawlAt?.getTime() ?? Number.NaN) / STEP_MS) * STEP_MS;
}

it.each([
  ["to summer time in Europe, and to winter time in Australia a week later", "2026-03-28T12:00:00Z", 9],
  ["to winter time in Europe, and in America a week later", "2026-10-24T12:00:00Z", 9],
])("crawls each site once each local day over the change %s", async (_change, from, days) => {
  const start = Date.parse(from);
  const clocks = ZONES.flatMap((timeZone) => HOURS.map((crawlHour) => ({ timeZone, crawlHour, crawlMinute: 10 })));
  const sites = await Promise.all(
    clocks.map(async (clock) => {
      const { siteId } = await desk.addSite();
      await desk.db.site.update({ where: { id: siteId }, data: { ...clock, nextCrawlAt: new Date(start) } });
      return { siteId, ...clock };
    }),
  );
  // Looks at which nothing is due are left out.
  for (let now = start; now < start + days * 24 * HOUR_MS; now = await nextLook()) {
    await scheduleCrawls(desk.db, desk.queue, new Date(now));
    await desk.db.crawl.updateMany({ where: { state: "queued" }, data: { state: "finished" } });
  }
  const crawls = await desk.db.crawl.findMany({ orderBy: { queuedAt: "asc" }, select: { siteId: true, queuedAt: true } });
  for (const { siteId, timeZone, crawlHour } of sites) {
    // The first was due at once, at no hour of its own.
    const [, ...daily] = crawls.filter((crawl) => crawl.siteId === siteId);
    const localDays = daily.map(({ queuedAt }) => localDay(queuedAt, timeZone));
    const label = `${timeZone} at ${crawlHour}: ${localDays.join(" ")}`;
    expect(new Set(localDays).size, label).toBe(localDays.length);
    expect(localDays.length, label).toBeGreaterThanOrEqual(days - 1);
    const first = Date.parse(localDays[0] ?? "");
    expect(localDays.map(Date.parse), label).toEqual(localDays.map((_, at) => first + at * 24 * HOUR_MS));
  }
});
