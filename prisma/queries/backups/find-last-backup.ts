import type { Database } from "#prisma/client.ts";

/** The last backup that was finished. `rows`: of all tables. */
export type LastBackup = { name: string; startedAt: Date; finishedAt: Date; bytes: number; rows: number; pictures: number };

/** Returns the last backup that was finished; null if there was none. Its time is what an alert about missing backups looks at. */
export async function findLastBackup(db: Database): Promise<LastBackup | null> {
  const row = await db.backup.findFirst({
    where: { finishedAt: { not: null }, failure: null },
    orderBy: { finishedAt: "desc" },
  });
  if (!row?.finishedAt || row.name === null) return null;
  const { name, startedAt, finishedAt, bytes, rows, pictures } = row;
  return { name, startedAt, finishedAt, bytes: Number(bytes ?? 0), rows: Number(rows ?? 0), pictures: pictures ?? 0 };
}
