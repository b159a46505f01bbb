import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { lockCrawl } from "#prisma/queries/crawls/lock-crawl.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";

const NOW = new Date("2026-11-20T05:00:10Z");
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Resolves when a statement waits for another's lock. */
const someoneWaits = () =>
  vi.waitFor(async () => {
    const waiting = await desk.db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    expect(waiting).not.toEqual([]);
  });

describe("lockCrawl", () => {
  it("lets a Site be deleted while its Crawl is recorded: afterwards, without a deadlock", async () => {
    const { siteId, teamId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    let deleting: Promise<void> | undefined;
    await desk.db.$transaction(async (tx) => {
      expect(await lockCrawl(tx, claim)).toBe(true);
      deleting = desk.db.$transaction((tx) => deleteSite(tx, { teamId, siteId, now: new Date() }));
      await someoneWaits();
      await tx.site.update({ where: { id: siteId }, data: { failedDays: 0 } });
    });
    await deleting;
    expect(await desk.db.site.count({ where: { id: siteId, teamId } })).toBe(0);
  });

  it("lets a Site be scheduled while its Crawl is recorded as failed, without a deadlock", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    await desk.db.site.update({ where: { id: siteId }, data: { nextCrawlAt: new Date("2026-11-20T05:00:00Z") } });
    let scheduling: Promise<number> | undefined;
    await desk.db.$transaction(async (tx) => {
      expect(await lockCrawl(tx, claim)).toBe(true);
      await tx.crawl.update({ where: { id: claim.crawlId }, data: { state: "failed" } });
      scheduling = scheduleCrawls(desk.db, desk.queue, NOW);
      await Promise.race([scheduling, someoneWaits()]);
      await tx.site.update({ where: { id: siteId }, data: { failedDays: 1 } });
    });
    const counts = [await scheduling, await scheduleCrawls(desk.db, desk.queue, NOW)];
    expect(counts.reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(1);
  });

  it("lets settings change meanwhile", async () => {
    const { siteId } = await desk.addSite();
    const claim = await desk.startCrawl(siteId);
    await desk.db.$transaction(async (tx) => {
      expect(await lockCrawl(tx, claim)).toBe(true);
      await desk.db.site.update({ where: { id: siteId }, data: { name: "Bakery" } });
    });
    expect(await desk.db.site.findUnique({ where: { id: siteId } })).toMatchObject({ name: "Bakery" });
  });
});
