import type { Database } from "#prisma/client.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** `siteId`: this one only. */
type Wanted = { teamId: TeamScope; siteId?: string; after: string | null; take: number };

/** Returns a stretch of a Team's Sites by id, with the number of open Issues that their pages count. */
export async function findApiSites(db: Database, { teamId, siteId, after, take }: Wanted) {
  const sites = await db.site.findMany({
    where: {
      ...sitesOf(teamId),
      id: { ...(siteId === undefined ? {} : { equals: siteId }), ...(after === null ? {} : { gt: after }) },
    },
    orderBy: { id: "asc" },
    take,
    select: { id: true, name: true, startUrl: true, pausedBy: true, heldAt: true, nextCrawlAt: true },
  });
  const open = await db.issue.groupBy({
    by: ["siteId"],
    where: {
      siteId: { in: sites.map(({ id }) => id) },
      state: { in: ["open", "reopened"] },
      confidence: { gte: MAIL_CONFIDENCE },
    },
    _count: true,
  });
  const countOf = new Map(open.map(({ siteId: id, _count }) => [id, _count]));
  return sites.map((site) => ({ ...site, openIssues: countOf.get(site.id) ?? 0 }));
}
