import type { Database } from "#prisma/client.ts";

export type ActivityView = {
  id: string;
  at: Date;
  kind: string;
  /** False: it was no person, but a payment or the end of a trial. */
  isPerson: boolean;
  /** Name of the person; null if they are no longer in the Team. */
  who: string | null;
  /** The same of the person that it was about. */
  subject: string | null;
  site: { id: string; name: string } | null;
  detail: string | null;
};

type Row = {
  id: string;
  at: Date;
  kind: string;
  userId: string | null;
  subjectId: string | null;
  siteId: string | null;
  detail: string | null;
};
type Wanted = { teamId: string; skip: number; take: number };

/** Activities that are held in memory at a time. */
const BATCH = 1_000;
const NEWEST_FIRST = [{ at: "desc" as const }, { id: "desc" as const }];

/**
 * Returns one stretch of what was done in a Team, newest first, and the number of all. People who are no longer in the Team have no name, so
 * that none of their data is shown.
 */
export async function findActivity(
  db: Database,
  { teamId, skip, take }: Wanted,
): Promise<{ activities: ActivityView[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.activity.findMany({ where: { teamId }, orderBy: NEWEST_FIRST, skip, take }),
    db.activity.count({ where: { teamId } }),
  ]);
  return { activities: await withNames(db, teamId, rows), total };
}

/** Reads everything that was done in a Team in batches, newest first. */
export async function* findAllActivity(
  db: Database,
  { teamId }: { teamId: string },
  batch = BATCH,
): AsyncGenerator<ActivityView[]> {
  let last: Row | undefined;
  do {
    const { at, id } = last ?? {};
    const isOlder = at === undefined || id === undefined ? {} : { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
    const rows = await db.activity.findMany({ where: { teamId, ...isOlder }, orderBy: NEWEST_FIRST, take: batch });
    if (rows.length > 0) yield withNames(db, teamId, rows);
    last = rows.length < batch ? undefined : rows.at(-1);
  } while (last !== undefined);
}

async function withNames(db: Database, teamId: string, rows: readonly Row[]): Promise<ActivityView[]> {
  const named = (ids: (string | null)[]) => [...new Set(ids)].filter((id) => id !== null);
  const people = named(rows.flatMap(({ userId, subjectId }) => [userId, subjectId]));
  const [members, invitations, sites] = await Promise.all([
    db.member.findMany({
      where: { teamId, userId: { in: people } },
      select: { userId: true, user: { select: { name: true, email: true } } },
    }),
    db.invitation.findMany({ where: { teamId, id: { in: people } }, select: { id: true, email: true } }),
    db.site.findMany({
      where: { teamId, id: { in: named(rows.map(({ siteId }) => siteId)) } },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map([
    ...members.map(({ userId, user }) => [userId, user.name || user.email] as const),
    ...invitations.map(({ id, email }) => [id, email] as const),
  ]);
  const siteOf = new Map(sites.map((site) => [site.id, site]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map(({ id, at, kind, userId, subjectId, siteId, detail }) => ({
    ...{ id, at, kind, detail, isPerson: userId !== null, who: nameOf(userId), subject: nameOf(subjectId) },
    site: siteId === null ? null : (siteOf.get(siteId) ?? null),
  }));
}
