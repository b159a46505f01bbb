import { createHash, randomBytes } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import { weighIssues } from "#prisma/queries/issues/recording/weigh-issues.ts";
import { SEED_ISSUES, type SeedIssue } from "./seed-issues.ts";

const PAGES = 24;
const DAY_MS = 86_400_000;

export type SeededSite = { siteId: string; crawlIds: [first: string, second: string]; pageIds: string[] };
type Wanted = { teamId: string; userId: string; email: string; now: Date; name?: string };

/**
 * Creates a Site with two Crawls: the first found every page; the second found one page changed, two unreadable, and mistakes
 * of every kind. The rows are written directly, not by a crawl.
 */
export async function seedSite(db: Database, { teamId, email, now, name = "Brightwell Coffee" }: Wanted): Promise<SeededSite> {
  const site = await db.site.create({
    data: {
      teamId,
      name,
      startUrl: "https://example.com/",
      timeZone: "Europe/Vienna",
      crawlMinute: 12,
      pageLimit: 100,
      nextCrawlAt: new Date(now.getTime() + DAY_MS / 2),
      recipients: { create: { email, confirmedAt: now, token: randomBytes(16).toString("hex") } },
    },
  });
  const first = await seedCrawl(db, site.id, "first", new Date(now.getTime() - DAY_MS));
  const second = await seedCrawl(db, site.id, "scheduled", new Date(now.getTime() - 300_000));
  const pageIds = await seedPages(db, site.id, now);
  for (const [index, pageId] of pageIds.entries())
    await seedSnapshots(db, { siteId: site.id, pageId, index, crawls: [first, second] });
  await seedFrontier(db, second);
  for (const issue of SEED_ISSUES) await seedIssue(db, { siteId: site.id, crawlId: second, pageIds, issue, now });
  const issues = await db.issue.findMany({ where: { siteId: site.id }, select: { id: true } });
  await weighIssues(
    db,
    issues.map(({ id }) => id),
  );
  return { siteId: site.id, crawlIds: [first, second], pageIds };
}

async function seedCrawl(db: Database, siteId: string, reason: "first" | "scheduled", startedAt: Date): Promise<string> {
  const notChecked = [
    { code: "page-limit", message: "We did not visit 12 pages because of the page limit.", count: 12 },
    { code: "failed", message: "We could not load 2 pages. We keep what we knew about them.", count: 2 },
  ];
  const crawl = await db.crawl.create({
    data: {
      siteId,
      reason,
      state: "finished",
      queuedAt: startedAt,
      startedAt,
      finishedAt: new Date(startedAt.getTime() + 41_700),
      attempts: 1,
      pagesFound: PAGES,
      pagesDone: PAGES,
      pagesFailed: reason === "first" ? 0 : 2,
      pagesChanged: reason === "first" ? PAGES : 1,
      findings: SEED_ISSUES.length,
      linksFound: 340,
      linksChecked: 338,
      opened: SEED_ISSUES.length,
      fixed: reason === "first" ? 0 : 1,
      notChecked: reason === "first" ? [] : notChecked,
      words: 4_003,
      mistakes: reason === "first" ? 9 : 6,
      brokenLinks: reason === "first" ? 0 : 2,
      openIssues: reason === "first" ? { spelling: 7, grammar: 2 } : { spelling: 5, grammar: 2, links: 3 },
    },
  });
  return crawl.id;
}

async function seedPages(db: Database, siteId: string, now: Date): Promise<string[]> {
  const pages = await db.page.createManyAndReturn({
    data: Array.from({ length: PAGES }, (_, index) => ({
      siteId,
      url:
        index === 0
          ? "https://example.com/"
          : `https://example.com/stories/${"on-coffee-and-".repeat(index % 7)}bread-${index}`,
      title: index === 0 ? "Brightwell Coffee, roasted in Vienna" : `On coffee and bread, part ${index}`,
      status: 200,
      rendered: "http",
      lastVisitedAt: now,
    })),
    select: { id: true },
  });
  return pages.map((page) => page.id);
}

const BEFORE = ["Brightwell Coffee", "We open our doors at eight every morning.", "Closed on Mondays.", "Come by and taste."];
const AFTER = [
  "Brightwell Coffee",
  "We open the the doors at nine every morning.",
  "Come by and taste.",
  "You will recieve an answer within two working days.",
];

/** Returns a page's text at each Crawl: the start page changed, the others contain the text of their issues. */
function versionsOf(index: number): string[][] {
  const standing = SEED_ISSUES.filter(
    ({ state, pages, rule }) => state !== "fixed" && pages.includes(index) && !rule.startsWith("links/"),
  );
  const excerpts = standing.map(({ excerpt }) => excerpt).filter((excerpt) => !AFTER.includes(excerpt));
  return index === 0
    ? [
        [...BEFORE, ...excerpts],
        [...AFTER, ...excerpts],
      ]
    : [[`Part ${index}`, ...excerpts]];
}

type Snapped = { siteId: string; pageId: string; index: number; crawls: [string, string] };

async function seedSnapshots(db: Database, { siteId, pageId, index: page, crawls }: Snapped): Promise<void> {
  const versions = versionsOf(page);
  await db.block.createMany({
    data: [...new Set(versions.flat())].map((text) => ({
      siteId,
      hash: hashOf(text),
      kind: "paragraph",
      lang: "en",
      text,
      language: "en-US",
      firstCrawlId: crawls[0],
    })),
    skipDuplicates: true,
  });
  for (const [index, said] of versions.entries()) {
    const blocks = said.map((text, at) => ({ hash: hashOf(text), kind: "paragraph", selector: `p:nth-of-type(${at + 1})` }));
    const snapshot = await db.snapshot.create({
      data: {
        pageId,
        crawlId: crawls[index] ?? "",
        title: said[0] ?? "",
        lang: "en",
        contentHash: hashOf(said.join("\n")),
        blocks,
        links: [],
        anchors: [],
      },
    });
    await db.page.update({ where: { id: pageId }, data: { snapshotId: snapshot.id } });
  }
}

async function seedFrontier(db: Database, crawlId: string): Promise<void> {
  const page = (url: string, outcome: string, failureMessage: string | null = null) => ({
    crawlId,
    url,
    depth: 1,
    source: "link",
    done: true,
    outcome,
    failureMessage,
  });
  await db.crawlPage.createMany({
    data: [
      page("https://example.com/", "changed"),
      ...Array.from({ length: PAGES - 4 }, (_, index) => page(`https://example.com/stories/${index + 1}`, "unchanged")),
      page("https://example.com/slow", "failed", "The page did not answer within 30 seconds."),
      page("https://example.com/broken", "failed", "The server answered with an error (500)."),
      page("https://example.com/private/", "skipped", "robots.txt asks us not to read this page."),
    ],
  });
}

type Planted = { siteId: string; crawlId: string; pageIds: string[]; issue: SeedIssue; now: Date };

async function seedIssue(db: Database, { siteId, crawlId, pageIds, issue, now }: Planted): Promise<void> {
  const { pages, ...columns } = issue;
  const occurrences = pages.map((page) => ({
    pageId: pageIds[page] ?? "",
    selector: "main > p",
    excerpt: issue.excerpt,
    blockHash: issue.rule.startsWith("links/") ? null : hashOf(issue.excerpt),
  }));
  await db.issue.create({
    data: {
      ...columns,
      siteId,
      check: issue.rule.split("/")[0] ?? "",
      subject: issue.text.toLowerCase(),
      fingerprint: hashOf(`${issue.rule}\n${issue.text}`),
      openedAt: new Date(now.getTime() - 300_000),
      fixedAt: issue.state === "fixed" ? now : null,
      occurrences: { create: occurrences },
      events: { create: { siteId, crawlId, kind: "opened", at: now } },
    },
  });
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
