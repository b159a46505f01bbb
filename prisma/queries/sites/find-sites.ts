import type { Database } from "#prisma/client.ts";
import { groupFilter } from "../issues/issue-filter.ts";

/** What the list of sites shows of each. */
export type SiteSummary = {
  id: string;
  name: string;
  startUrl: string;
  timeZone: string;
  pausedBy: "owner" | "plan" | null;
  failedDays: number;
  nextCrawlAt: Date;
  openIssues: number;
  /** The Crawl that waits or goes on; null when none does. */
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

/** A Team's Sites by name, with how each is doing. Asks three questions, however many Sites there are. */
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

/** For each of a Team's Sites the Crawl that waits or goes on, and the last that ended. By hand: Prisma would fetch every Crawl. */
async function findNewestCrawls(db: Database, teamId: string): Promise<CrawlRow[]> {
  return db.$queryRaw<CrawlRow[]>`
    SELECT site."id" AS "siteId", going."state"::text AS "crawling",
      last."state"::text AS "state", last."finishedAt", last."pagesDone"
    FROM "Site" AS site
    LEFT JOIN LATERAL (
      SELECT "state" FROM "Crawl" WHERE "siteId" = site."id" AND "state" IN ('queued', 'running')
      ORDER BY "queuedAt" DESC LIMIT 1) AS going ON true
    LEFT JOIN LATERAL (
      SELECT "state", "finishedAt", "pagesDone" FROM "Crawl" WHERE "siteId" = site."id" AND "state" NOT IN ('queued', 'running')
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
