import type { Database } from "#prisma/client.ts";
import { groupFilter } from "../issues/issue-filter.ts";

/** A Site as shown in the list. */
export type SiteSummary = {
  id: string;
  name: string;
  startUrl: string;
  timeZone: string;
  pausedBy: "owner" | "plan" | null;
  failedDays: number;
  nextCrawlAt: Date;
  openIssues: number;
  /** The Crawl that is queued or running; null if there is none. */
  crawling: "queued" | "running" | null;
  last: { state: "finished" | "failed" | "cancelled"; at: Date; pages: number } | null;
};

type CrawlRow = {
  siteId: string;
  crawling: string | null;
  state: string | null;
  finishedAt: Date | null;
  pagesDone: number | null;
};

/** Returns a Team's Sites by name, with issue counts and last Crawl. Runs three queries, however many Sites there are. */
export async function findSites(db: Database, { teamId }: { teamId: string }): Promise<SiteSummary[]> {
  const [sites, open, crawls] = await Promise.all([
    db.site.findMany({
      where: { teamId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, startUrl: true, timeZone: true, pausedBy: true, failedDays: true, nextCrawlAt: true },
    }),
    db.issue.groupBy({ by: ["siteId"], where: { site: { teamId }, ...groupFilter("open") }, _count: true }),
    findNewestCrawls(db, teamId),
  ]);
  const openOf = new Map(open.map(({ siteId, _count }) => [siteId, _count]));
  const crawlsOf = new Map(crawls.map((row) => [row.siteId, row]));
  return sites.map((site) => {
    const newest = crawlsOf.get(site.id);
    return { ...site, openIssues: openOf.get(site.id) ?? 0, crawling: goingOn(newest?.crawling), last: ended(newest) };
  });
}

/**
 * Returns for each of a Team's Sites the Crawl under way and the last that ended, page checks aside. Raw SQL, because Prisma would fetch every
 * Crawl.
 */
async function findNewestCrawls(db: Database, teamId: string): Promise<CrawlRow[]> {
  return db.$queryRaw<CrawlRow[]>`
    SELECT site."id" AS "siteId", going."state"::text AS "crawling",
      last."state"::text AS "state", last."finishedAt", last."pagesDone"
    FROM "Site" AS site
    LEFT JOIN LATERAL (
      SELECT "state" FROM "Crawl" WHERE "siteId" = site."id" AND "reason" <> 'page' AND "state" IN ('queued', 'running')
      ORDER BY "queuedAt" DESC LIMIT 1) AS going ON true
    LEFT JOIN LATERAL (
      SELECT "state", "finishedAt", "pagesDone" FROM "Crawl" WHERE "siteId" = site."id" AND "reason" <> 'page' AND "state" NOT IN ('queued', 'running')
      ORDER BY "queuedAt" DESC LIMIT 1) AS last ON true
    WHERE site."teamId" = ${teamId}`;
}

function goingOn(state: string | null | undefined): SiteSummary["crawling"] {
  return state === "queued" || state === "running" ? state : null;
}

function ended(crawl: CrawlRow | undefined): SiteSummary["last"] {
  if (!crawl?.finishedAt || crawl.pagesDone === null) return null;
  const { state, finishedAt: at, pagesDone: pages } = crawl;
  return state === "finished" || state === "failed" || state === "cancelled" ? { state, at, pages } : null;
}
