import type { Database, Transaction } from "#prisma/client.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Hour of the day, in UTC, from which the day's backup is due. */
const DUE_HOUR = 2;
/** Time after which a backup that neither ended nor failed is given up: its worker died. */
const LOST_MS = 6 * HOUR_MS;
/** Time before a failed backup is tried again. */
const RETRY_MS = HOUR_MS;

/** Notes that a backup begins, and returns its id. */
export async function beginBackup(db: Database | Transaction, now: Date): Promise<string> {
  const { id } = await db.backup.create({ data: { startedAt: now }, select: { id: true } });
  return id;
}

/**
 * Begins the day's backup for one worker of all, and returns its id. Null if it is made or under way, or has just failed.
 */
export async function beginDailyBackup(db: Database, now: Date): Promise<string | null> {
  const since = new Date(Math.floor((now.getTime() - DUE_HOUR * HOUR_MS) / DAY_MS) * DAY_MS + DUE_HOUR * HOUR_MS);
  const before = (ms: number) => new Date(now.getTime() - ms);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('Flawless: the backup of the day'))`;
    const reason = await tx.backup.findFirst({
      where: {
        OR: [
          { startedAt: { gte: since }, finishedAt: { not: null }, failure: null },
          { startedAt: { gt: before(LOST_MS) }, finishedAt: null, failure: null },
          { startedAt: { gt: before(RETRY_MS) }, failure: { not: null } },
        ],
      },
      select: { id: true },
    });
    return reason ? null : beginBackup(tx, now);
  });
}
