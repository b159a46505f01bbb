import { setTimeout as wait } from "node:timers/promises";
import { waitFor } from "#test/support/wait-for.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { nextSummaryAt } from "#worker/core/schedule/next-summary-at.ts";
import type { World } from "./fault.ts";

/** Persons with a daily summary, and Sites, of which one is due now and the other in half an hour. */
type DueTimes = { now: Due; later: Due };
type Due = { siteId: string; email: string; at: Date };

const LATER_MS = 30 * 60_000;
const PATIENCE_MS = 120_000;
/** More than two looks of each worker at what is due. */
const LOOKS_MS = 65_000;

/** Makes two Sites and the first reader of each due, one now and one later. Both readers have news that no mail has told them. */
export async function addDueTimes({ db, watched }: World): Promise<DueTimes> {
  const add = async (index: number, at: Date): Promise<Due> => {
    const siteId = watched.siteIds[index] ?? "";
    const email = `reader-0@bakery-${index}.example`;
    const { teamId } = await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: at }, select: { teamId: true } });
    await db.recipient.updateMany({ where: { email }, data: { toldUpTo: 0 } });
    const rhythm = { rhythm: "daily" as const, hour: 7, checks: [], timeZone: "Europe/Berlin", nextAt: at };
    await db.mailRhythm.create({ data: { teamId, email, token: `a-token-of-the-summaries-of-${index}`, ...rhythm } });
    return { siteId, email, at };
  };
  const now = Date.now();
  return { now: await add(0, new Date(now)), later: await add(1, new Date(now + LATER_MS)) };
}

/** Waits until what is due now was done, and gives all workers time to do the rest too early. Returns what was wrong. */
export async function judgeDueTimes({ db }: World, { now, later }: DueTimes): Promise<string[]> {
  const crawlsOf = (siteId: string, since: Date) =>
    db.crawl.count({ where: { siteId, queuedAt: { gte: new Date(since.getTime() - 1) } } });
  const before = await db.crawl.count({ where: { siteId: later.siteId } });
  const summariesOf = (email: string) => db.delivery.findMany({ where: { email, kind: "summary" } });
  await waitFor("the summary that is due", async () => (await summariesOf(now.email))[0]?.state === "sent", PATIENCE_MS);
  await waitFor(
    "the crawl that is due",
    async () => (await db.crawl.count({ where: { siteId: now.siteId, dueAt: now.at, state: "finished" } })) > 0,
    PATIENCE_MS,
  );
  await wait(LOOKS_MS);
  const faults: string[] = [];
  const expect = (isRight: boolean, fault: string) => void (isRight || faults.push(fault));
  expect((await summariesOf(now.email)).length === 1, "The summary that was due came more than once.");
  expect((await summariesOf(later.email)).length === 0, "A summary came half an hour early.");
  expect((await db.crawl.count({ where: { siteId: later.siteId } })) === before, "A crawl began half an hour early.");
  expect((await crawlsOf(now.siteId, now.at)) === 1, "The site that was due was not crawled exactly once.");
  const site = await db.site.findUniqueOrThrow({ where: { id: now.siteId } });
  const wantedCrawl = nextCrawlAt(site, now.at);
  expect(
    site.nextCrawlAt.getTime() === wantedCrawl.getTime(),
    `The next crawl is due at ${site.nextCrawlAt.toISOString()} instead of ${wantedCrawl.toISOString()}.`,
  );
  const rhythm = await db.mailRhythm.findFirstOrThrow({ where: { email: now.email } });
  const wantedMail = nextSummaryAt(rhythm, now.at);
  expect(
    rhythm.nextAt?.getTime() === wantedMail?.getTime(),
    `The next summary is due at ${rhythm.nextAt?.toISOString()} instead of ${wantedMail?.toISOString()}.`,
  );
  return faults;
}
