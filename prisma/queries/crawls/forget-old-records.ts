import type { Database, Transaction } from "#prisma/client.ts";

const DAY_MS = 86_400_000;
/** What pages said so long ago, and mail that was sent so long ago, is shown to nobody. */
const HISTORY_KEPT_DAYS = 90;
/** Long enough to look into what happened long before it was noticed. */
const EVENTS_KEPT_DAYS = 365;
/** A link target that no page links to any more may come back within so long, and its verdict with it. */
const TARGETS_KEPT_DAYS = 30;
/** No limit has a longer window. */
const COUNTS_KEPT_DAYS = 2;
/** Rows deleted with one statement: none holds its locks for long. */
const BATCH = 2_000;
const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };

/**
 * Deletes what is of use to nobody: expired links and sessions, Snapshots of long ago that are not what their Page says now, Deliveries and
 * security events of long ago, Blocks that stand in no Snapshot, and targets that no Page links to. A Site that is being crawled is left for
 * the next time. Gives the number of rows.
 */
export async function forgetOldRecords(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - HISTORY_KEPT_DAYS * DAY_MS);
  let count = (await forgetExpired(db, now)) + (await inBatches(() => forgetDeliveries(db, before)));
  count += await inBatches(() => forgetSnapshots(db, before));
  count += await inBatches(() => forgetSecurityEvents(db, new Date(now.getTime() - EVENTS_KEPT_DAYS * DAY_MS)));
  const sites = await db.site.findMany({ select: { id: true } });
  for (const { id } of sites) count += await db.$transaction((tx) => forgetOfSite(tx, id, now), TRANSACTION);
  return count;
}

async function inBatches(forget: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const count = await forget();
    all += count;
    if (count < BATCH) return all;
  }
}

/** Deletes links, sessions, sign-ins that await a code, trust in browsers and counts of attempts whose time is over. */
async function forgetExpired(db: Database, now: Date): Promise<number> {
  const over = { where: { expiresAt: { lt: now } } };
  const expired = [
    await db.verification.deleteMany(over),
    await db.session.deleteMany(over),
    await db.signInChallenge.deleteMany(over),
    await db.trustedDevice.deleteMany(over),
  ];
  const longAgo = BigInt(now.getTime() - COUNTS_KEPT_DAYS * DAY_MS);
  const counts = await db.rateLimit.deleteMany({ where: { lastRequest: { lt: longAgo } } });
  return expired.reduce((sum, { count }) => sum + count, counts.count);
}

/** A first report says by being there that it was sent: it is told once for all time. */
function forgetDeliveries(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Delivery" WHERE "id" IN (
      SELECT "id" FROM "Delivery" WHERE "state" IN ('sent', 'refused') AND "kind" <> 'first_report' AND "createdAt" < ${before}
      LIMIT ${BATCH})`;
}

function forgetSecurityEvents(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "SecurityEvent" WHERE "id" IN (SELECT "id" FROM "SecurityEvent" WHERE "at" < ${before} LIMIT ${BATCH})`;
}

function forgetSnapshots(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Snapshot" WHERE "id" IN (
      SELECT "id" FROM "Snapshot" AS old WHERE old."createdAt" < ${before}
        AND NOT EXISTS (SELECT 1 FROM "Page" AS page WHERE page."snapshotId" = old."id")
      LIMIT ${BATCH})`;
}

/** While the Site and its waiting Crawls are held, no Crawl of it can begin: one that does may count on any Block that it finds on record. */
async function forgetOfSite(tx: Transaction, siteId: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR UPDATE`;
  const active = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text AS "state" FROM "Crawl" WHERE "siteId" = ${siteId} AND "state" IN ('queued', 'running') FOR UPDATE`;
  if (active.some(({ state }) => state === "running")) return 0;
  const blocks = await tx.$executeRaw`
    DELETE FROM "Block" AS block WHERE block."siteId" = ${siteId} AND NOT EXISTS (
      SELECT 1 FROM (
        SELECT DISTINCT placed->>'hash' AS "hash"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."pageId" = page."id", jsonb_array_elements(snapshot."blocks") AS placed
        WHERE page."siteId" = ${siteId}
      ) AS standing WHERE standing."hash" = block."hash")`;
  const unused = new Date(now.getTime() - TARGETS_KEPT_DAYS * DAY_MS);
  const targets = await tx.$executeRaw`
    DELETE FROM "LinkTarget" AS target WHERE target."siteId" = ${siteId} AND target."checkedAt" < ${unused} AND NOT EXISTS (
      SELECT 1 FROM (
        SELECT DISTINCT link."url"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId", unnest(snapshot."targets") AS link("url")
        WHERE page."siteId" = ${siteId}
      ) AS linked WHERE linked."url" = target."url")`;
  return blocks + targets;
}
