import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** Returns true if no other page of the Site links to this Page. False when the Team has no such Page. */
export async function isOrphan(
  db: Database,
  { teamId, siteId, pageId }: { teamId: TeamScope; siteId: string; pageId: string },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId"
    WHERE page."id" = ${pageId} AND page."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND NOT page."gone" AND page."depth" > 0
      AND NOT EXISTS (
        SELECT 1 FROM "Page" AS other JOIN "Snapshot" AS snapshot ON snapshot."id" = other."snapshotId"
        WHERE other."siteId" = ${siteId} AND other."id" <> page."id" AND page."url" = ANY (snapshot."leads"))`;
  return rows.length > 0;
}
