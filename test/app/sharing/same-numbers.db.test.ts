import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvResponse } from "#app/_lib/csv-response.ts";
import type { Database } from "#prisma/client.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { findIssueList } from "#prisma/queries/issue-list/find-issue-list.ts";
import { findBadge } from "#prisma/queries/sharing/find-badge.ts";
import { findFeedEntries } from "#prisma/queries/sharing/find-feed-entries.ts";
import { findReport } from "#prisma/queries/sharing/find-report.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { atomFeed } from "#worker/core/report/outside/atom-feed.ts";
import { badgeSvg } from "#worker/core/report/outside/badge-svg.ts";
import { reportHtml } from "#worker/core/report/outside/report-html.ts";
import { plural } from "#worker/core/text/plural.ts";
import { changesInWords } from "#worker/core/view/crawls/crawl-words.ts";
import { BYTE_ORDER_MARK } from "#worker/core/view/csv/csv-row.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { type IssueListQuery, parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { collectReport } from "#worker/jobs/draw-report.ts";

const NOW = new Date("2026-11-21T12:00:00Z");

describe("the numbers of a site outside the product", () => {
  let database: TestDatabase;
  let db: Database;
  let site: { teamId: string; siteId: string };
  let crawlId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    const team = await seedTeam(db, { email: "owner@harbour.example" });
    const seeded = await seedSite(db, { ...team, now: NOW });
    await seedSite(db, { ...team, now: NOW, name: "Another site of the team" });
    site = { teamId: team.teamId, siteId: seeded.siteId };
    crawlId = seeded.crawlIds[1];
    const { id: issueId } = await db.issue.findFirstOrThrow({ where: { siteId: seeded.siteId, state: "fixed" } });
    await db.issueEvent.create({ data: { siteId: seeded.siteId, issueId, crawlId, kind: "fixed" } });
  });
  afterAll(() => database?.drop());

  const listOf = (query: IssueListQuery) => findIssueList(db, { ...site, query, now: NOW });
  const csvOf = async (query: IssueListQuery) => {
    const batches = findAllIssues(db, { ...site, query, now: NOW }, 3);
    const cellsOf = (issue: Parameters<typeof issueCells>[0]) => issueCells(issue, "https://flawless.example");
    const bytes = await csvResponse({ fileName: "x.csv", headings: ISSUE_HEADINGS, batches, cellsOf }).arrayBuffer();
    return parseCsv(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  };

  it("are those of the site's page, in the report, the printed report, the CSV file and the badge", async () => {
    const query = parseIssueListQuery({});
    const page = await listOf(query);
    expect(page.total).toBe(10);
    const report = await findReport(db, { ...site, query, now: NOW });
    expect(report?.list).toEqual(page);
    const printed = await collectReport(db, { ...site, now: NOW });
    if (!printed) throw new Error("There is no report.");
    expect(printed.total).toBe(page.total);
    expect(printed.issues.map(({ id }) => id)).toEqual(page.groups.flatMap(({ issues }) => issues.map(({ id }) => id)));
    expect(printed.quality?.score).toBe(report?.quality?.quality.score);
    const html = reportHtml(printed);
    expect(html).toContain(`<strong>${plural(page.total, "issue")}</strong>`);
    expect(html.match(/class="sentence"/g)).toHaveLength(page.total);
    expect(await csvOf(query)).toHaveLength(1 + page.total);
    expect(badgeSvg(await findBadge(db, site))).toContain(`>${plural(page.total, "open mistake")}</text>`);
  });

  it("are those of the page under each filter, in the CSV file", async () => {
    const filters = [
      ...CHECK_IDS.map((check) => ({ check })),
      { state: "ignored" },
      { state: "fixed" },
      { confidence: "hints" },
      { confidence: "all" },
      { q: "recieve" },
      { q: "re" },
      { age: "new" },
      { section: "stories" },
      { sort: "a-z", group: "mistake" },
    ];
    for (const filter of filters) {
      const query = parseIssueListQuery(filter);
      const [, ...rows] = await csvOf(query);
      expect(rows, JSON.stringify(filter)).toHaveLength((await listOf(query)).total);
    }
  });

  it("are those of the crawl's page, in the feed", async () => {
    const entries = await findFeedEntries(db, site);
    const crawl = await db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    expect(entries).toMatchObject([{ crawlId, openedCount: crawl.opened, fixedCount: crawl.fixed }]);
    const feed = atomFeed({ id: "f", siteName: "s", selfUrl: "x", siteUrl: "y", since: NOW, entries });
    expect(feed).toContain(`<title>${changesInWords(crawl)}</title>`);
  });

  it("are none of another team", async () => {
    const attack = { ...site, teamId: (await seedTeam(db, { email: "stranger@elsewhere.example" })).teamId };
    expect(await findReport(db, { ...attack, query: parseIssueListQuery({}), now: NOW })).toBeNull();
    expect(await collectReport(db, { ...attack, now: NOW })).toBeNull();
    expect(await findBadge(db, attack)).toBe("not-read");
    expect(await findFeedEntries(db, attack)).toEqual([]);
    expect(await Array.fromAsync(findAllIssues(db, { ...attack, query: parseIssueListQuery({}), now: NOW }))).toEqual([]);
  });
});

/** Reads a file as RFC 4180 has it. Fails on anything else. */
function parseCsv(text: string): string[][] {
  expect(text.startsWith(BYTE_ORDER_MARK)).toBe(true);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  expect(row).toEqual([]);
  for (const cells of rows) expect(cells).toHaveLength(ISSUE_HEADINGS.length);
  return rows;
}
