import type { Database } from "#prisma/client.ts";
import { changeOf } from "./fleet-site.ts";

/** Compares the scheduled Crawl of each site with what changed there. Returns the differences in words. */
export async function compareCrawls(
  db: Database,
  { origins, pages }: { origins: readonly string[]; pages: number },
): Promise<string[]> {
  const crawls = await db.crawl.findMany({
    where: { reason: "scheduled" },
    select: {
      ...{ state: true, pagesDone: true, pagesFailed: true, pagesChanged: true, opened: true, fixed: true },
      ...{ id: true, failureMessage: true, site: { select: { startUrl: true } } },
    },
  });
  const outcomes = await db.$queryRaw<{ crawlId: string; unchanged: number; changed: string[] | null }[]>`
    SELECT "crawlId", (count(*) FILTER (WHERE "outcome" = 'unchanged'))::int AS "unchanged",
      array_agg("url") FILTER (WHERE "outcome" NOT IN ('unchanged', 'skipped')) AS "changed"
    FROM "CrawlPage" WHERE "crawlId" IN (SELECT "id" FROM "Crawl" WHERE "reason" = 'scheduled') GROUP BY "crawlId"`;
  const outcomeOf = new Map(outcomes.map(({ crawlId, ...outcome }) => [crawlId, outcome]));
  const crawlOf = new Map(crawls.map((crawl) => [crawl.site.startUrl, crawl]));
  return origins.flatMap((origin, site) => {
    const crawl = crawlOf.get(`${origin}/`);
    if (!crawl) return [`${origin} was not crawled`];
    const change = changeOf(site, pages);
    const { state, pagesFailed, pagesChanged, opened, fixed, failureMessage } = crawl;
    const { unchanged, changed } = outcomeOf.get(crawl.id) ?? { unchanged: 0, changed: null };
    const found = { state, pagesFailed, pagesChanged, opened, fixed, unchanged, changed: changed?.length ?? 0 };
    const wanted = {
      ...{ state: "finished", pagesFailed: 0, pagesChanged: change ? 1 : 0 },
      ...{ opened: change?.kind === "mistake" ? 1 : 0, fixed: change?.kind === "correction" ? 1 : 0 },
      ...{ unchanged: pages - (change ? 1 : 0), changed: change ? 1 : 0 },
    };
    const isSame = JSON.stringify(found) === JSON.stringify(wanted);
    return isSame ? [] : [`${origin}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)} ${failureMessage ?? ""}`];
  });
}
