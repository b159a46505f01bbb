import type { Database } from "#prisma/client.ts";
import type { DeletionKind } from "#prisma/generated/enums.ts";

/** Something deleted that can be restored, for the operator. `sites`: Sites that were deleted with an account. */
export type DeletedView = { id: string; kind: DeletionKind; label: string; deletedAt: Date; dueAt: Date; sites: number };

const MOST = 1_000;

/** Returns what can be restored, the last deleted first; only those whose label contains `search`, if it is given. */
export async function findDeleted(db: Database, { search = "" }: { search?: string } = {}): Promise<DeletedView[]> {
  const rows = await db.deletion.findMany({
    where: { partOfId: null, label: { contains: search, mode: "insensitive" } },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, kind: true, label: true, deletedAt: true, dueAt: true, _count: { select: { parts: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, sites: _count.parts }));
}
