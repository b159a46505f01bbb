import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { PICTURE_COLUMNS, type PictureView, toPictureView } from "./picture-view.ts";

type Wanted = { teamId: TeamScope; siteId: string; pageId: string; snapshotId?: string | undefined };

/**
 * Returns the newest picture of a Page, or of one Snapshot of it. Null when there is none, or the Team has no such Page on this
 * Site.
 */
export async function findPagePicture(db: Database, wanted: Wanted): Promise<PictureView | null> {
  const { teamId, siteId, pageId, snapshotId } = wanted;
  const row = await db.picture.findFirst({
    where: { pageId, siteId, site: sitesOf(teamId), ...(snapshotId === undefined ? {} : { snapshotId }) },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
    select: PICTURE_COLUMNS,
  });
  return row && toPictureView(db, row);
}
