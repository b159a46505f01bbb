import type { Database } from "#prisma/client.ts";

/** Returns the names of all backups that this database knows of: those made from it, also before it was itself restored. */
export async function findBackupNames(db: Database): Promise<Set<string>> {
  const rows = await db.backup.findMany({ where: { name: { not: null } }, select: { name: true } });
  return new Set(rows.flatMap(({ name }) => name ?? []));
}
