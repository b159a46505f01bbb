import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** A Site whose Issues a list shows. `newSince`: start of its last Crawl, unless that is the first; Issues since then are new. */
export type ListSite = { id: string; name: string; newSince: Date | null };

/** Returns the Team's Sites by name, or the one with `siteId`; none if the Team has no such Site. */
export async function findListSites(
  db: Database,
  { teamId, siteId = null }: { teamId: TeamScope; siteId?: string | null | undefined },
): Promise<ListSite[]> {
  return db.$queryRaw<ListSite[]>`
    SELECT /* prepared */ site."id", site."name", last."startedAt" AS "newSince"
    FROM "Site" AS site LEFT JOIN LATERAL (
      SELECT crawl."startedAt" FROM "Crawl" AS crawl
      WHERE crawl."siteId" = site."id" AND crawl."state" = 'finished' AND crawl."reason" <> 'first'
      ORDER BY crawl."queuedAt" DESC LIMIT 1) AS last ON true
    WHERE ${sqlSitesOf(teamId)} AND (${siteId}::text IS NULL OR site."id" = ${siteId})
    ORDER BY site."name", site."id"`;
}
