import type { Database } from "#prisma/client.ts";

type Drawn = { id: string; key: string; bytes: number; issues: number };

/**
 * Records a PDF whose name was reserved and that is in the store. Returns false, and leaves the file to be deleted, if its Site is gone.
 * @throws if the reservation ended meanwhile
 */
export async function recordReportFile(db: Database, { id, key, bytes, issues }: Drawn): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.reportFile.updateMany({
      where: { id, state: "drawing" },
      data: { state: "ready", key, bytes, issues },
    });
    if (count === 0) return false;
    const reserved = await tx.droppedPicture.deleteMany({ where: { key } });
    if (reserved.count === 0) throw new Error("The name of a PDF was given up before it was recorded.");
    return true;
  });
}

/** Records that a report could not be drawn. */
export async function recordFailedReport(db: Database, id: string): Promise<void> {
  await db.reportFile.updateMany({ where: { id, state: { in: ["queued", "drawing"] } }, data: { state: "failed" } });
}

/** Deletes reports that have expired; the picture store deletes their files. Returns their number. */
export async function forgetReportFiles(db: Database, now: Date): Promise<number> {
  const { count } = await db.reportFile.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
