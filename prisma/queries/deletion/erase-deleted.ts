import type { Database, Transaction } from "#prisma/client.ts";
import type { Deletion } from "#prisma/generated/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { DomainError } from "#worker/core/errors.ts";
import { keptOfAccount } from "./kept-facts.ts";

/** Erasing a large Site cascades to many rows. */
const TRANSACTION_MS = 300_000;
const BATCH = 100;

/**
 * Erases what was deleted 30 days ago, with everything recorded about it; triggers drop its pictures. Each in its own transaction, and one that
 * fails does not keep the others. Returns the number.
 * @throws AggregateError of those that failed
 */
export async function eraseDueDeletions(db: Database, now: Date): Promise<number> {
  const due = await db.deletion.findMany({
    where: { dueAt: { lte: now }, partOfId: null },
    orderBy: { dueAt: "asc" },
    take: BATCH,
    select: { id: true },
  });
  const faults: unknown[] = [];
  for (const { id } of due) {
    try {
      await erase(db, id);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} of ${due.length} deletions could not be erased.`);
  return due.length;
}

/** Erases something deleted before its time, as a person may demand. @throws DomainError `not-found`, `conflict` for a part of an account */
export async function eraseDeleted(db: Database, deletionId: string): Promise<{ label: string }> {
  const deletion = await db.deletion.findUnique({ where: { id: deletionId } });
  if (!deletion) throw new DomainError("not-found", "There is nothing deleted with this id: it was restored or erased.");
  if (deletion.partOfId !== null)
    throw new DomainError("conflict", `${deletion.label} was deleted with an account. Erase the account.`);
  await erase(db, deletionId);
  return { label: deletion.label };
}

/** Erases one; does nothing if another worker has. */
async function erase(db: Database, id: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Deletion" WHERE "id" = ${id} FOR UPDATE`;
      const deletion = await tx.deletion.findUnique({ where: { id }, include: { parts: true } });
      if (!deletion) return;
      for (const site of [deletion, ...deletion.parts]) await eraseSite(tx, site);
      if (deletion.kind === "account") await eraseAccount(tx, deletion);
    },
    { timeout: TRANSACTION_MS },
  );
}

async function eraseSite(tx: Transaction, { siteId }: Deletion): Promise<void> {
  if (siteId === null) return;
  await tx.site.deleteMany({ where: { id: siteId, teamId: DELETED_TEAM_ID } });
  await tx.activity.deleteMany({ where: { siteId } });
}

async function eraseAccount(tx: Transaction, { userId, kept }: Deletion): Promise<void> {
  const ids = keptOfAccount.parse(kept).teams.map(({ teamId }) => teamId);
  // A Site deleted before its account waits for its own time, but it cannot outlive the Team that it would return to.
  const earlier = await tx.deletion.findMany({ where: { kind: "site", teamId: { in: ids } } });
  for (const site of earlier) await eraseSite(tx, site);
  await tx.team.deleteMany({ where: { id: { in: ids }, members: { none: {} } } });
  if (userId !== null) await tx.user.deleteMany({ where: { id: userId } });
}
