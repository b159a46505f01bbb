import type { Database, Transaction } from "#prisma/client.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";
import { forgetAnswers } from "../api/idempotent-answer.ts";
import { forgetChannels } from "../channels/forget-channels.ts";
import { forgetMailEvents } from "../suppressions/forget-mail-events.ts";

const DAY_MS = 86_400_000;
/** Retention of old Snapshots and sent mail, which the dashboard no longer shows. */
const HISTORY_KEPT_DAYS = 90;
/** Long enough to investigate an incident that is noticed late. */
const EVENTS_KEPT_DAYS = 365;
/** Retention of link targets that no page links to. If a link comes back within this time, its verdict is still known. */
const TARGETS_KEPT_DAYS = 30;
/** Retention of invitations after their link has ended. */
const INVITATIONS_KEPT_DAYS = 30;
/** Longer than the longest rate limit window. */
const COUNTS_KEPT_DAYS = 2;
/** Rows per statement, so that no statement holds its locks for long. */
const BATCH = 2_000;
const TRANSACTION = { maxWait: 10_000, timeout: 120_000 };

/**
 * Deletes expired links, sessions and trials, old Snapshots that are not current, old Deliveries, security events and activities, Blocks that no
 * Snapshot contains, and targets that no Page links to. Skips Sites with a running Crawl until next time. Returns the number of
 * rows.
 */
export async function forgetOldRecords(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - HISTORY_KEPT_DAYS * DAY_MS);
  let count = (await forgetExpired(db, now)) + (await inBatches(() => forgetDeliveries(db, before)));
  count += await forgetTrials(db, now);
  count += (await forgetChannels(db, now)) + (await forgetAnswers(db, now)) + (await forgetMailEvents(db, now));
  const longAgo = new Date(now.getTime() - EVENTS_KEPT_DAYS * DAY_MS);
  count += await inBatches(() => forgetSecurityEvents(db, longAgo));
  count += await inBatches(() => forgetActivities(db, longAgo));
  return count + (await forgetOfSites(db, now));
}

async function inBatches(forget: () => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const count = await forget();
    all += count;
    if (count < BATCH) return all;
  }
}

/** Deletes expired links, sessions, sign-ins that wait for a code and trusted browsers, and old attempt counters. */
async function forgetExpired(db: Database, now: Date): Promise<number> {
  const over = { where: { expiresAt: { lt: now } } };
  const expired = [
    await db.verification.deleteMany(over),
    await db.session.deleteMany(over),
    await db.signInChallenge.deleteMany(over),
    await db.trustedDevice.deleteMany(over),
    // Its list says for a while that it expired, and the link says so, too.
    await db.invitation.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - INVITATIONS_KEPT_DAYS * DAY_MS) } } }),
  ];
  const longAgo = BigInt(now.getTime() - COUNTS_KEPT_DAYS * DAY_MS);
  const counts = await db.rateLimit.deleteMany({ where: { lastRequest: { lt: longAgo } } });
  return expired.reduce((sum, { count }) => sum + count, counts.count);
}

/** Deletes old mail. First reports stay, because their presence prevents a second one. */
function forgetDeliveries(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Delivery" WHERE "id" IN (
      SELECT "id" FROM "Delivery" WHERE "state" IN ('sent', 'refused') AND "kind" <> 'first_report' AND "createdAt" < ${before}
      LIMIT ${BATCH})`;
}

/** Deletes expired trials, and their Sites if no one has signed up with them. */
async function forgetTrials(db: Database, now: Date): Promise<number> {
  const trials = await db.trial.deleteMany({ where: { expiresAt: { lt: now } } });
  const sites = await db.site.deleteMany({ where: { teamId: TRIAL_TEAM_ID, trials: { none: {} } } });
  return trials.count + sites.count;
}

function forgetSecurityEvents(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "SecurityEvent" WHERE "id" IN (SELECT "id" FROM "SecurityEvent" WHERE "at" < ${before} LIMIT ${BATCH})`;
}

function forgetActivities(db: Database, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Activity" WHERE "id" IN (SELECT "id" FROM "Activity" WHERE "at" < ${before} LIMIT ${BATCH})`;
}

async function forgetOfSites(db: Database, now: Date): Promise<number> {
  let [count, last]: [number, string | undefined] = [0, ""];
  while (last !== undefined) {
    const sites: { id: string }[] = await db.site.findMany({
      where: { id: { gt: last } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of sites) count += await db.$transaction((tx) => forgetOfSite(tx, id, now), TRANSACTION);
    last = sites.at(-1)?.id;
  }
  return count;
}

/**
 * Deletes old Snapshots of one Site, and the Blocks and targets that are unused then. Locking the Site and its queued Crawls keeps a Crawl from
 * starting meanwhile: it would rely on the Blocks on record. Its texts and links are read only if something may be unused, which is rare.
 */
async function forgetOfSite(tx: Transaction, siteId: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${siteId} FOR UPDATE`;
  const active = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text AS "state" FROM "Crawl" WHERE "siteId" = ${siteId} AND "state" IN ('queued', 'running') FOR UPDATE`;
  if (active.some(({ state }) => state === "running")) return 0;
  const snapshots = await forgetSnapshots(tx, siteId, new Date(now.getTime() - HISTORY_KEPT_DAYS * DAY_MS));
  const blocks = snapshots > 0 ? await forgetBlocks(tx, siteId) : 0;
  return snapshots + blocks + (await forgetTargets(tx, siteId, new Date(now.getTime() - TARGETS_KEPT_DAYS * DAY_MS)));
}

function forgetSnapshots(tx: Transaction, siteId: string, before: Date): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Snapshot" AS old USING "Page" AS page
    WHERE page."siteId" = ${siteId} AND old."pageId" = page."id" AND old."createdAt" < ${before}
      AND old."id" IS DISTINCT FROM page."snapshotId"`;
}

function forgetBlocks(tx: Transaction, siteId: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM "Block" AS block WHERE block."siteId" = ${siteId} AND NOT EXISTS (
      SELECT 1 FROM (
        SELECT DISTINCT placed->>'hash' AS "hash"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."pageId" = page."id", jsonb_array_elements(snapshot."blocks") AS placed
        WHERE page."siteId" = ${siteId}
      ) AS standing WHERE standing."hash" = block."hash")`;
}

async function forgetTargets(tx: Transaction, siteId: string, unused: Date): Promise<number> {
  if (!(await tx.linkTarget.findFirst({ where: { siteId, checkedAt: { lt: unused } }, select: { url: true } }))) return 0;
  return tx.$executeRaw`
    DELETE FROM "LinkTarget" AS target WHERE target."siteId" = ${siteId} AND target."checkedAt" < ${unused} AND NOT EXISTS (
      SELECT 1 FROM (
        SELECT DISTINCT link."url"
        FROM "Page" AS page JOIN "Snapshot" AS snapshot ON snapshot."id" = page."snapshotId", unnest(snapshot."targets") AS link("url")
        WHERE page."siteId" = ${siteId}
      ) AS linked WHERE linked."url" = target."url")`;
}
