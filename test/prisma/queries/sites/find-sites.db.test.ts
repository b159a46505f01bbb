import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { findSites } from "#prisma/queries/sites/find-sites.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";

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
  const addIssue = (siteId: string, text: string, data: { state: "open" | "fixed" | "reopened"; confidence: number }) =>
    db.issue.create({
      data: {
        siteId,
        fingerprint: text,
        ...{ check: "spelling", rule: "spelling/unknown-word", severity: "error", message: "Misspelt.", subject: text, text },
        ...{ excerpt: text, suggestions: [], openedAt: NOW, ...data },
      },
    });

  it("returns each site's open issues, current crawl and last result", async () => {
    const idle = await addSite(team.teamId, "b-idle");
    const busy = await addSite(team.teamId, "a-busy");
    await addSite(team.teamId, "c-new");
    const crawl = (siteId: string, hours: number, state: "finished" | "failed" | "running", pagesDone: number) =>
      db.crawl.create({
        data: {
          ...{ siteId, reason: "scheduled", state, pagesDone, queuedAt: hoursAgo(hours) },
          finishedAt: state === "running" ? null : hoursAgo(hours - 1),
        },
      });
    await crawl(idle, 30, "failed", 1);
    await crawl(idle, 6, "finished", 7);
    await crawl(busy, 54, "finished", 5);
    await crawl(busy, 30, "failed", 3);
    await crawl(busy, 1, "running", 2);
    await addIssue(busy, "recieve", { state: "open", confidence: 0.9 });
    await addIssue(busy, "goverment", { state: "reopened", confidence: 0.9 });
    await addIssue(busy, "foobarr", { state: "open", confidence: 0.2 });
    await addIssue(idle, "adress", { state: "fixed", confidence: 0.9 });
    const other = await seedTeam(db, { email: "stranger@elsewhere.example" });
    await addIssue(await addSite(other.teamId, "elsewhere"), "recieve", { state: "open", confidence: 0.9 });

    const shown = (await findSites(db, team)).map(({ name, openIssues, crawling, last }) => ({
      name,
      openIssues,
      crawling,
      last,
    }));
    expect(shown).toEqual([
      { name: "a-busy", openIssues: 2, crawling: "running", last: { state: "failed", at: hoursAgo(29), pages: 3 } },
      { name: "b-idle", openIssues: 0, crawling: null, last: { state: "finished", at: hoursAgo(5), pages: 7 } },
      { name: "c-new", openIssues: 0, crawling: null, last: null },
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
    const { length: sites } = await findSites(client, { teamId });
    return { queries, sites };
  } finally {
    await client.$disconnect();
  }
}
