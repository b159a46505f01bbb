import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../../sites/site-filter.ts";

/** Returns the id of the Crawl of the whole Site that is queued or running; null if there is none, or the Team has no such Site. */
export async function findCrawlUnderWay(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<string | null> {
  const crawl = await db.crawl.findFirst({
    where: { siteId, site: sitesOf(teamId), reason: { not: "page" }, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return crawl?.id ?? null;
}
