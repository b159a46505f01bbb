import { afterAll, beforeAll, expect, it } from "vitest";
import { findCrawlsUnderWay } from "#prisma/queries/crawls/find-crawls-under-way.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const NOW = new Date("2026-11-30T12:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("counts the crawls that wait and run, and none that have ended", async () => {
  const { db } = database;
  expect(await findCrawlsUnderWay(db, { now: NOW })).toEqual({ queued: 0, late: 0, oldestQueuedAt: null, running: 0, held: 0 });
  const crawls = [
    { state: "queued", queuedAt: minutes(-40) },
    { state: "queued", queuedAt: minutes(-5) },
    { state: "running", queuedAt: minutes(-90), leaseUntil: minutes(1) },
    { state: "running", queuedAt: minutes(-90), leaseUntil: minutes(-1) },
    { state: "finished", queuedAt: minutes(-90) },
    { state: "failed", queuedAt: minutes(-90) },
    { state: "cancelled", queuedAt: minutes(-90) },
  ] as const;
  for (const crawl of crawls) {
    const { siteId } = await addTestSite(db);
    await db.crawl.create({ data: { siteId, reason: "scheduled", ...crawl } });
  }
  expect(await findCrawlsUnderWay(db, { now: NOW, late: minutes(-30) })).toEqual({
    ...{ queued: 2, late: 1, oldestQueuedAt: minutes(-40), running: 2, held: 1 },
  });
});
