import type { Database } from "#prisma/client.ts";

/** Returns the name of a picture in the picture store; null when the Team has no such picture on this Site. */
export async function findPictureKey(
  db: Database,
  { teamId, siteId, pictureId }: { teamId: string; siteId: string; pictureId: string },
): Promise<string | null> {
  const row = await db.picture.findFirst({ where: { id: pictureId, siteId, site: { teamId } }, select: { key: true } });
  return row?.key ?? null;
}
