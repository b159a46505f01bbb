import type { Database, Transaction } from "#prisma/client.ts";
import type { ActivityKind } from "#worker/core/people/activity-kinds.ts";

export type NewActivity = {
  teamId: string;
  /** The person; null: it was no person. */
  userId: string | null;
  kind: ActivityKind;
  now: Date;
  siteId?: string;
  /** The User or Invitation that it was about. */
  subjectId?: string;
  /** A name, a role or a number. Never an e-mail address. */
  detail?: string;
};

const DETAIL_MAX = 200;

/** Adds a row to a Team's activity list, in the caller's transaction if there is one. */
export async function recordActivity(
  db: Database | Transaction,
  { teamId, userId, kind, now, siteId, subjectId, detail }: NewActivity,
): Promise<void> {
  const about = { siteId: siteId ?? null, subjectId: subjectId ?? null, detail: detail?.slice(0, DETAIL_MAX) ?? null };
  await db.activity.create({ data: { teamId, userId, kind, at: now, ...about } });
}
