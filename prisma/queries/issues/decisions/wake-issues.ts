import type { Database, Transaction } from "#prisma/client.ts";
import { coverIssues } from "../../ignoring/cover-issues.ts";
import { lockSiteIssues } from "../recording/lock-site-issues.ts";

/** Issues of one Site that are woken in one transaction. */
const BATCH = 500;

/**
 * Wakes the snoozed Issues whose day has come, quietly: they return to the state before the snooze, unless an IgnoreRule covers them
 * meanwhile. Any number of workers may call it at once. Returns the number.
 */
export async function wakeIssues(db: Database, now: Date): Promise<number> {
  // With the state as a literal: the partial index of snoozed Issues does not serve Prisma's parameter.
  const sites = await db.$queryRaw<{ siteId: string }[]>`
    SELECT DISTINCT "siteId" FROM "Issue" WHERE "state" = 'snoozed' AND "snoozedUntil" <= ${now} ORDER BY "siteId"`;
  let woken = 0;
  for (const { siteId } of sites) woken += await db.$transaction((tx) => wakeOfSite(tx, siteId, now));
  return woken;
}

async function wakeOfSite(tx: Transaction, siteId: string, now: Date): Promise<number> {
  await lockSiteIssues(tx, siteId);
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Issue" WHERE "siteId" = ${siteId} AND "state" = 'snoozed' AND "snoozedUntil" <= ${now}
    ORDER BY "id" LIMIT ${BATCH} FOR UPDATE`;
  const ids = due.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "Issue" SET "state" = COALESCE("resumeState", 'open'), "resumeState" = NULL, "snoozedUntil" = NULL, "snoozedTexts" = '{}',
      "updatedAt" = now()
    WHERE "id" = ANY(${ids})`;
  await tx.issueEvent.createMany({
    data: ids.map((issueId) => ({ siteId, issueId, kind: "woken" as const, before: "snoozed" as const, quiet: true, at: now })),
  });
  await coverIssues(tx, { siteId, which: { ids }, userId: null, now });
  return ids.length;
}
