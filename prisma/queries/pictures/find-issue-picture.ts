import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";
import { PICTURE_COLUMNS, type PictureView, toPictureView } from "./picture-view.ts";

type Wanted = { teamId: TeamScope; siteId: string; issueId: string; pageId?: string | undefined };
type Row = { id: string };

/**
 * Returns a picture in which an Issue is marked, on one Page or on any: a current one before an older one, the newest first. Null when there
 * is none, or the Team has no such Issue on this Site.
 */
export async function findIssuePicture(db: Database, wanted: Wanted): Promise<PictureView | null> {
  const { teamId, siteId, issueId, pageId = null } = wanted;
  const [found] = await db.$queryRaw<Row[]>`
    SELECT /* prepared */ picture."id"
    FROM "Picture" AS picture JOIN "Page" AS page ON page."id" = picture."pageId" JOIN "Site" AS site ON site."id" = picture."siteId"
    WHERE picture."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND (${pageId}::text IS NULL OR picture."pageId" = ${pageId})
      AND picture."pageId" IN (SELECT "pageId" FROM "Occurrence" WHERE "issueId" = ${issueId})
      AND picture."marks" @> jsonb_build_array(jsonb_build_object('issueId', ${issueId}::text))
    ORDER BY (picture."snapshotId" IS NOT DISTINCT FROM page."snapshotId") DESC, picture."takenAt" DESC, picture."id" LIMIT 1`;
  if (!found) return null;
  const row = await db.picture.findUnique({ where: { id: found.id }, select: PICTURE_COLUMNS });
  const view = row && (await toPictureView(db, row));
  return view?.marks.some((mark) => mark.issueId === issueId) ? view : null;
}
