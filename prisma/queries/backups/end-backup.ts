import type { Database } from "#prisma/client.ts";

type Ended = { id: string; now: Date };
type Finished = { name: string; bytes: number; rows: number; pictures: number };

const LONGEST_REASON = 500;

/** Records that a backup was finished. */
export async function recordFinishedBackup(db: Database, { id, now }: Ended, backup: Finished): Promise<void> {
  const { name, bytes, rows, pictures } = backup;
  await db.backup.update({ where: { id }, data: { finishedAt: now, name, bytes, rows, pictures } });
}

/** Records why a backup failed. */
export async function recordFailedBackup(db: Database, { id, now }: Ended, reason: string): Promise<void> {
  await db.backup.update({ where: { id }, data: { finishedAt: now, failure: reason.slice(0, LONGEST_REASON) } });
}
