import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAllPages, findPageList } from "#prisma/queries/pages/find-page-list.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { PageState } from "#worker/core/view/pages/page-state.ts";

const NOW = new Date("2026-11-29T12:00:00.000Z");
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let teamId: string;
let siteId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const { db } = database;
  ({ teamId, siteId } = await addTestSite(db));
  const crawl = async (hoursAgo: number, reason: "scheduled" | "page") => {
    const at = new Date(NOW.getTime() - hoursAgo * HOUR_MS);
    return (await db.crawl.create({ data: { siteId, reason, state: "finished", queuedAt: at, startedAt: at, finishedAt: at } }))
      .id;
  };
  const [before, last, check] = [await crawl(25, "scheduled"), await crawl(1, "scheduled"), await crawl(0.5, "page")];
  const pages: { path: string; visits: [string, string, string?][]; gone?: boolean; isRead?: boolean; hoursAgo?: number }[] = [
    {
      path: "/",
      visits: [
        [before, "new"],
        [last, "unchanged"],
      ],
      isRead: true,
    },
    {
      path: "/down",
      visits: [
        [before, "new"],
        [last, "failed", "It answered 503."],
      ],
      isRead: true,
    },
    { path: "/never", visits: [[last, "failed", "It did not answer."]] },
    {
      path: "/mended",
      visits: [
        [last, "failed", "It answered 500."],
        [check, "changed"],
      ],
      isRead: true,
      hoursAgo: 0.5,
    },
    { path: "/private", visits: [[last, "skipped", "robots.txt excludes it."]] },
    { path: "/left", visits: [[before, "gone"]], gone: true, hoursAgo: 25 },
    { path: "/sitemap.xml", visits: [[last, "skipped", "A sitemap."]], gone: true, isRead: true },
    { path: "/100%_off", visits: [[last, "new"]], isRead: true },
  ];
  for (const { path, visits, gone = false, isRead = false, hoursAgo = 1 } of pages) {
    const url = `https://bakery.example${path}`;
    const lastVisitedAt = new Date(NOW.getTime() - hoursAgo * HOUR_MS + 60_000);
    const page = await db.page.create({
      data: { siteId, url, title: path.slice(1).toUpperCase(), status: 200, gone, lastVisitedAt },
    });
    const id = randomUUID();
    const snapshot = { id, pageId: page.id, crawlId: last, title: "", contentHash: "", blocks: [], links: [], anchors: [] };
    if (isRead) {
      await db.snapshot.create({ data: snapshot });
      await db.page.update({ where: { id: page.id }, data: { snapshotId: id } });
    }
    for (const [crawlId, outcome, failureMessage = null] of visits)
      await db.crawlPage.create({ data: { crawlId, url, depth: 1, source: "link", done: true, outcome, failureMessage } });
  }
});
afterAll(() => database.drop());

const list = (wanted: { q?: string; state?: PageState; teamId?: TeamScope } = {}) =>
  findPageList(database.db, { teamId, siteId, q: "", state: undefined, skip: 0, take: 50, ...wanted });
const pathsOf = (pages: { url: string }[]) => pages.map(({ url }) => new URL(url).pathname);

describe("the list of a site's pages", () => {
  it("has each page with its state and the reason of its last visit, and no sitemaps", async () => {
    const { pages, counts } = await list();
    expect(pages.map(({ url, state, reason }) => [new URL(url).pathname, state, reason]).sort()).toEqual([
      ["/", "read", null],
      ["/100%_off", "read", null],
      ["/down", "unreadable", "It answered 503."],
      ["/left", "gone", null],
      ["/mended", "read", null],
      ["/never", "unreadable", "It did not answer."],
      ["/private", "left-out", "robots.txt excludes it."],
    ]);
    expect(counts).toEqual({ read: 3, unreadable: 2, "left-out": 1, gone: 1 });
  });

  it("is filtered by state, and by a part of the address or title, whatever its signs", async () => {
    const { pages, counts } = await list({ state: "unreadable" });
    expect(pathsOf(pages).sort()).toEqual(["/down", "/never"]);
    expect(counts.read).toBe(3);
    expect(pathsOf((await list({ q: "MEND" })).pages)).toEqual(["/mended"]);
    expect(pathsOf((await list({ q: "%_" })).pages)).toEqual(["/100%_off"]);
    expect((await list({ q: "%" })).counts).toEqual({ read: 1, unreadable: 0, "left-out": 0, gone: 0 });
    expect((await list({ q: "'; DROP" })).pages).toEqual([]);
  });

  it("is read whole in batches, each page once", async () => {
    const read: string[] = [];
    for await (const batch of findAllPages(database.db, { teamId, siteId, q: "", state: undefined }, 2))
      read.push(...pathsOf(batch));
    expect(read).toEqual(pathsOf((await list()).pages));
  });

  it("is empty for another team, and for whoever does not see the site", async () => {
    const other = await addTestSite(database.db);
    for (const scope of [other.teamId, { teamId, siteIds: [] }, { teamId, siteIds: [other.siteId] }])
      expect((await list({ teamId: scope })).pages).toEqual([]);
    expect((await list({ teamId: { teamId, siteIds: [siteId] } })).pages).toHaveLength(7);
  });
});
