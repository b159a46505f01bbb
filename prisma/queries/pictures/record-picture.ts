import type { Database } from "#prisma/client.ts";
import type { PictureMark } from "#worker/core/view/marks/picture-mark.ts";

/** Time in which a picture must be recorded after its name was reserved. */
const RESERVED_MS = 3_600_000;

export type TakenPicture = {
  siteId: string;
  pageId: string;
  snapshotId: string;
  key: string;
  width: number;
  height: number;
  bytes: number;
  takenAt: Date;
  marks: PictureMark[];
  /** Ids of the Occurrences that were looked for. */
  sought: string[];
};

/** Notes a name before its picture is stored, so that a picture which is never recorded is deleted from the store. */
export async function reservePicture(db: Database, { key, now }: { key: string; now: Date }): Promise<void> {
  await db.droppedPicture.create({ data: { key, dueAt: new Date(now.getTime() + RESERVED_MS) } });
}

/**
 * Records a stored picture. Of a Page, the newest picture stays and the last one of another Snapshot, to compare. Returns false, and leaves
 * the picture to be deleted, if the Page has changed meanwhile, the owner now forbids pictures, or the reservation ended.
 */
export async function recordPicture(db: Database, picture: TakenPicture): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { pageId, snapshotId, siteId, key } = picture;
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId"
      WHERE page."id" = ${pageId} AND site."id" = ${siteId} AND page."snapshotId" = ${snapshotId}
        AND (site."pictureSignedIn" OR NOT EXISTS (SELECT 1 FROM "SiteSignIn" WHERE "siteId" = ${siteId}))
      FOR UPDATE OF page FOR SHARE OF site`;
    if (rows.length === 0) return false;
    const { count } = await tx.droppedPicture.deleteMany({ where: { key } });
    if (count === 0) return false;
    const { id } = await tx.picture.create({ data: picture, select: { id: true } });
    const before = await tx.picture.findFirst({
      where: { pageId, snapshotId: { not: null }, NOT: { snapshotId } },
      orderBy: [{ takenAt: "desc" }, { id: "desc" }],
      select: { id: true },
    });
    await tx.picture.deleteMany({ where: { pageId, id: { notIn: [id, ...(before ? [before.id] : [])] } } });
    await tx.page.updateMany({ where: { id: pageId }, data: { undrawnAt: null } });
    return true;
  });
}

/** Records that a page could not be drawn, so that it is not tried with every Crawl. */
export async function recordUndrawn(db: Database, { pageId, now }: { pageId: string; now: Date }): Promise<void> {
  await db.page.updateMany({ where: { id: pageId }, data: { undrawnAt: now } });
}
