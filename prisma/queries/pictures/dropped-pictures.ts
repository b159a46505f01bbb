import type { Database } from "#prisma/client.ts";

/** Names per query, and the time after which a name is tried again that the store could not delete. */
const BATCH = 100;
const AGAIN_MS = 600_000;

/** Returns the first names whose pictures are to be deleted from the store. */
export async function findDroppedPictures(db: Database, now: Date): Promise<string[]> {
  const rows = await db.droppedPicture.findMany({
    where: { dueAt: { lte: now } },
    orderBy: [{ dueAt: "asc" }, { key: "asc" }],
    take: BATCH,
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}

/** Records that the store has deleted a picture. */
export async function forgetDroppedPicture(db: Database, key: string): Promise<void> {
  await db.droppedPicture.deleteMany({ where: { key } });
}

/** Records that the store could not delete a picture. It is tried again later. */
export async function postponeDroppedPicture(db: Database, { key, now }: { key: string; now: Date }): Promise<void> {
  await db.droppedPicture.updateMany({ where: { key }, data: { dueAt: new Date(now.getTime() + AGAIN_MS) } });
}
