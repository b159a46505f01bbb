import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { findToday } from "#prisma/queries/figures/find-today.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

describe("findToday", () => {
  let database: TestDatabase;
  let db: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
  });
  afterAll(() => database?.drop());

  type Ended = {
    hours: number;
    opened?: number;
    fixed?: number;
    reason?: "first" | "scheduled";
    state?: "finished" | "failed";
  };
  const crawl = async (siteId: string, { hours, opened = 0, fixed = 0, reason = "scheduled", state = "finished" }: Ended) => {
    const times = { queuedAt: hoursAgo(hours + 1), finishedAt: hoursAgo(hours) };
    return (await db.crawl.create({ data: { siteId, reason, state, opened, fixed, ...times } })).id;
  };

  it("adds up what the crawls of the last day changed, and names the latest of them", async () => {
    const { siteId, teamId } = await addTestSite(db);
    await crawl(siteId, { hours: 25, opened: 7 });
    await crawl(siteId, { hours: 23, opened: 2, fixed: 1 });
    const latest = await crawl(siteId, { hours: 2, opened: 1 });
    await crawl(siteId, { hours: 1 });
    await crawl(siteId, { hours: 1, opened: 9, state: "failed" });
    expect(await findToday(db, { teamId, now: NOW })).toEqual([
      { siteId, name: "Harbour Bakery", crawlId: latest, opened: 3, fixed: 1 },
    ]);
  });

  it("leaves out first reports, sites without changes and other teams", async () => {
    const quiet = await addTestSite(db);
    await crawl(quiet.siteId, { hours: 3 });
    await crawl(quiet.siteId, { hours: 5, opened: 120, reason: "first" });
    expect(await findToday(db, { teamId: quiet.teamId, now: NOW })).toEqual([]);
  });
});
