import type { Database } from "../client.ts";
import { groupFilter } from "./issue-filter.ts";

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

const CRAWL_COLUMNS = { state: true, finishedAt: true, pagesDone: true } as const;

/** A Team's Sites by name, with how each is doing. A Plan bounds their number. */
export async function findSites(db: Database, { teamId }: { teamId: string }): Promise<SiteSummary[]> {
  const sites = await db.site.findMany({
    where: { teamId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, startUrl: true, timeZone: true, pausedBy: true, failedDays: true, nextCrawlAt: true },
  });
  return Promise.all(
    sites.map(async (site) => {
      const [openIssues, crawling, last] = await Promise.all([
        db.issue.count({ where: { siteId: site.id, ...groupFilter("open") } }),
        db.crawl.findFirst({
          where: { siteId: site.id, state: { in: ["queued", "running"] } },
          orderBy: { queuedAt: "desc" },
          select: CRAWL_COLUMNS,
        }),
        db.crawl.findFirst({
          where: { siteId: site.id, state: { in: ["finished", "failed", "cancelled"] } },
          orderBy: { queuedAt: "desc" },
          select: CRAWL_COLUMNS,
        }),
      ]);
      return { ...site, openIssues, crawling: goingOn(crawling?.state), last: ended(last) };
    }),
  );
}

function goingOn(state: string | undefined): SiteSummary["crawling"] {
  return state === "queued" || state === "running" ? state : null;
}

function ended(crawl: { state: string; finishedAt: Date | null; pagesDone: number } | null): SiteSummary["last"] {
  if (!crawl?.finishedAt) return null;
  const { state, finishedAt: at, pagesDone: pages } = crawl;
  return state === "finished" || state === "failed" || state === "cancelled" ? { state, at, pages } : null;
}
