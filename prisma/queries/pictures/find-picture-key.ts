import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** Returns the name of a picture in the picture store; null when the Team has no such picture on this Site. */
export async function findPictureKey(
  db: Database,
  { teamId, siteId, pictureId }: { teamId: TeamScope; siteId: string; pictureId: string },
): Promise<string | null> {
  const row = await db.picture.findFirst({ where: { id: pictureId, siteId, site: sitesOf(teamId) }, select: { key: true } });
  return row?.key ?? null;
}
