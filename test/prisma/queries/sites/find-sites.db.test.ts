import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import { completeCounts } from "#worker/core/checks/check-kinds.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

describe("findSites", () => {
  let database: TestDatabase;
  let db: Database;
  let team: SeededTeam;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    team = await seedTeam(db, { email: "owner@harbour.example" });
  });
  afterAll(() => database?.drop());

  const addSite = async (teamId: string, name: string) => {
    const settings = { timeZone: "UTC", crawlMinute: 0, pageLimit: 10, nextCrawlAt: NOW };
    const site = await db.site.create({ data: { teamId, name, startUrl: `https://${name}.example/`, ...settings } });
    return site.id;
  };
  type Added = { state: "open" | "fixed" | "reopened"; confidence: number; rule?: string };
  const addIssue = (siteId: string, text: string, { rule = "spelling/unknown-word", ...data }: Added) =>
    db.issue.create({
      data: {
        siteId,
        fingerprint: text,
        ...{ check: rule.split("/")[0] ?? "", rule, severity: "error", message: "Wrong.", subject: text, text },
        ...{ excerpt: text, suggestions: [], openedAt: NOW, ...data },
      },
    });

  it("returns each site's open issues, current crawl and last result", async () => {
    const idle = await addSite(team.teamId, "b-idle");
    const busy = await addSite(team.teamId, "a-busy");
    await addSite(team.teamId, "c-new");
    type Figures = { words: number; linksChecked: number; openIssues: Record<string, number> };
    const crawl = (siteId: string, hours: number, state: "finished" | "failed" | "running", figures?: Figures) =>
      db.crawl.create({
        data: {
          ...{ siteId, reason: "scheduled", state, queuedAt: hoursAgo(hours), ...figures },
          ...(figures ? { mistakes: 9, brokenLinks: 9 } : {}),
          finishedAt: state === "running" ? null : hoursAgo(hours - 1),
          failureMessage: state === "failed" ? "The server did not answer." : null,
          notChecked: state === "finished" ? [{ code: "failed", message: "We could not load 1 page.", count: 1 }] : [],
        },
      });
    await crawl(idle, 9 * 24, "finished", { words: 100, linksChecked: 9, openIssues: { spelling: 1, links: 2 } });
    await crawl(idle, 30, "failed");
    await crawl(idle, 6, "finished", { words: 500, linksChecked: 40, openIssues: { spelling: 7 } });
    await crawl(busy, 54, "finished");
    await crawl(busy, 30, "failed");
    await crawl(busy, 1, "running");
    await addIssue(busy, "recieve", { state: "open", confidence: 0.9 });
    await addIssue(busy, "goverment", { state: "reopened", confidence: 0.9 });
    await addIssue(busy, "foobarr", { state: "open", confidence: 0.2 });
    await addIssue(idle, "adress", { state: "fixed", confidence: 0.9 });
    await addIssue(idle, "the the", { state: "open", confidence: 0.9, rule: "grammar/repeated-word" });
    await addIssue(idle, "https://a.example/", { state: "open", confidence: 0.9, rule: "links/not-found" });
    await addIssue(idle, "http://b.example/", { state: "open", confidence: 0.9, rule: "links/mixed-content" });
    const other = await seedTeam(db, { email: "stranger@elsewhere.example" });
    await addIssue(await addSite(other.teamId, "elsewhere"), "recieve", { state: "open", confidence: 0.9 });

    const shown = await findSites(db, { ...team, now: NOW });
    expect(shown.map(({ name, crawling, last }) => ({ name, crawling, last }))).toEqual([
      {
        name: "a-busy",
        crawling: "running",
        last: { state: "failed", at: hoursAgo(29), failureMessage: "The server did not answer.", notChecked: [] },
      },
      {
        name: "b-idle",
        crawling: null,
        last: {
          ...{ state: "finished", at: hoursAgo(5), failureMessage: null },
          notChecked: [{ code: "failed", message: "We could not load 1 page.", count: 1 }],
        },
      },
      { name: "c-new", crawling: null, last: null },
    ]);
    expect(shown.map(({ open, openWeekAgo, figures }) => ({ open, openWeekAgo, figures }))).toEqual([
      { open: completeCounts({ spelling: 2 }), openWeekAgo: null, figures: null },
      {
        open: completeCounts({ grammar: 1, links: 2 }),
        openWeekAgo: 3,
        figures: { words: 500, links: 40, mistakes: 1, brokenLinks: 1 },
      },
      { open: completeCounts({}), openWeekAgo: null, figures: null },
    ]);
  });

  it("runs as many queries for 30 sites as for one", async () => {
    const agency = await seedTeam(db, { email: "agency@harbour.example" });
    await addSite(agency.teamId, "site-0");
    const { queries: forOne, sites: one } = await countQueries(database.url, agency.teamId);
    for (let at = 1; at < 30; at++) await addSite(agency.teamId, `site-${at}`);
    const { queries: forThirty, sites: thirty } = await countQueries(database.url, agency.teamId);
    expect([one, thirty]).toEqual([1, 30]);
    expect(forOne).toBeGreaterThan(0);
    expect(forThirty).toBe(forOne);
  });
});

/** Counts the SQL statements that finding a Team's Sites sends to the database. */
async function countQueries(url: string, teamId: string): Promise<{ queries: number; sites: number }> {
  const adapter = new PrismaPg({ connectionString: url, options: "-c TimeZone=UTC" });
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  try {
    let queries = 0;
    client.$on("query", () => {
      queries++;
    });
    const { length: sites } = await findSites(client, { teamId, now: NOW });
    return { queries, sites };
  } finally {
    await client.$disconnect();
  }
}
