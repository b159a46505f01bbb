import type { Database } from "../../client.ts";

const DAY_MS = 86_400_000;
/** Long enough to look into what happened long before it was noticed. */
const EVENTS_KEPT_DAYS = 365;
/** Rows deleted with one statement: none holds its locks for long. */
const BATCH = 2_000;

/** Deletes security events of long ago, and challenges and trusted devices that are over. Returns the number of rows. */
export async function forgetSecurityRecords(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - EVENTS_KEPT_DAYS * DAY_MS);
  let all = 0;
  let events: number;
  do {
    events = await db.$executeRaw`
      DELETE FROM "SecurityEvent" WHERE "id" IN (SELECT "id" FROM "SecurityEvent" WHERE "at" < ${before} LIMIT ${BATCH})`;
    all += events;
  } while (events === BATCH);
  const over = { where: { expiresAt: { lt: now } } };
  const { count: challenges } = await db.signInChallenge.deleteMany(over);
  const { count: devices } = await db.trustedDevice.deleteMany(over);
  return all + challenges + devices;
}
