import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { claimCrawl } from "#prisma/queries/crawls/claim-crawl.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { type LinkedSite, serveLinkedSite } from "./linked-site.ts";
import { SILENT } from "./mail-room.ts";
import { openPlainTools } from "./plain-tools.ts";

const PAGES = 30;
const NEVER = new AbortController().signal;
const tools = openPlainTools();
let database: TestDatabase;
let queue: Queue;
let site: LinkedSite;
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
});
afterEach(() => site.close());
afterAll(async () => {
  await queue.stop({ graceful: false });
  await tools.client.close();
  await database.drop();
});

async function queueCrawl(): Promise<{ crawlId: string; siteId: string }> {
  site = await serveLinkedSite(PAGES);
  const owned = await addTestSite(database.db, { startUrl: site.url });
  const { crawlId } = await requestCrawl({ db: database.db, queue, now: new Date() }, owned);
  return { crawlId, siteId: owned.siteId };
}
const run = (crawlId: string, stopping = NEVER) =>
  runCrawl({ db: database.db, queue, tools, secretKeys: [], log: SILENT }, crawlId, stopping);
const read = (crawlId: string) => database.db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
async function donePaths(crawlId: string): Promise<Set<string>> {
  const pages = await database.db.crawlPage.findMany({ where: { crawlId, done: true }, select: { url: true } });
  return new Set(pages.map(({ url }) => new URL(url).pathname));
}
const mailsOf = async (siteId: string) =>
  (await database.db.delivery.findMany({ where: { siteId }, select: { kind: true } })).map(({ kind }) => kind);

describe("a crawl that is cut off", () => {
  it("is given back when its worker stops, and goes on after the pages that are done", async () => {
    const { crawlId, siteId } = await queueCrawl();
    const held = site.holdAfter(12);
    const stopping = new AbortController();
    const running = run(crawlId, stopping.signal);
    await held;
    await waitFor("pages to be recorded", async () => (await donePaths(crawlId)).size >= 6);
    stopping.abort();
    await running;
    expect(await read(crawlId)).toMatchObject({ state: "queued", leaseUntil: null, finishedAt: null });
    expect(await mailsOf(siteId)).toEqual([]);
    const done = await donePaths(crawlId);
    expect(done.size).toBeLessThan(PAGES);
    site.release();
    site.read.length = 0;

    await run(crawlId);
    expect(await read(crawlId)).toMatchObject({
      state: "finished",
      attempts: 2,
      pagesFound: PAGES,
      pagesDone: PAGES,
      opened: 1,
      leaseUntil: null,
    });
    expect(site.read.filter((path) => done.has(path))).toEqual([]);
    expect(new Set(site.read).size).toBe(site.read.length);
    expect(await mailsOf(siteId)).toEqual(["first_report"]);
    expect(await database.db.occurrence.count({ where: { issue: { siteId } } })).toBe(3);
    await run(crawlId);
    expect(await mailsOf(siteId)).toEqual(["first_report"]);
  });

  it("is not begun by a worker that is stopping already", async () => {
    const { crawlId } = await queueCrawl();
    await run(crawlId, AbortSignal.abort());
    expect(await read(crawlId)).toMatchObject({ state: "queued", attempts: 0 });
  });

  it("is dropped by a worker that lost it, which reports nothing", async () => {
    const { crawlId, siteId } = await queueCrawl();
    const held = site.holdAfter(5);
    const slow = run(crawlId);
    await held;
    const other = await claimCrawl(database.db, crawlId, new Date(Date.now() + 3_600_000));
    expect(other).toMatchObject({ attempt: 2 });
    await slow;
    expect(await read(crawlId)).toMatchObject({ state: "running", attempts: 2 });
    expect(await mailsOf(siteId)).toEqual([]);
    site.release();
  });

  it("is dropped when its site is deleted meanwhile", async () => {
    const { crawlId, siteId } = await queueCrawl();
    const held = site.holdAfter(5);
    const running = run(crawlId);
    await held;
    await database.db.site.delete({ where: { id: siteId } });
    site.release();
    await running;
    expect(await database.db.crawl.count({ where: { id: crawlId } })).toBe(0);
    expect(await database.db.page.count({ where: { siteId } })).toBe(0);
  });

  it("is given up, and said to have failed, after it ended its worker five times", async () => {
    const { crawlId } = await queueCrawl();
    await database.db.crawl.update({
      where: { id: crawlId },
      data: { attempts: 5, state: "running", leaseUntil: new Date(0) },
    });
    await run(crawlId);
    expect(await read(crawlId)).toMatchObject({ state: "failed", failureCode: "internal" });
    expect(site.read).toEqual([]);
  });
});
