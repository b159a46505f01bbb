import type { Database, Transaction } from "#prisma/client.ts";
import type { Deletion } from "#prisma/generated/client.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";
import { DomainError } from "#worker/core/errors.ts";
import { emptySite } from "./empty-site.ts";
import { keptOfAccount } from "./kept-facts.ts";

/** The Sites are empty by then, but an account may have many. */
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

/**
 * Erases one; does nothing if another worker has. From the mark on it cannot be restored. Its Sites are emptied bit by bit before the transaction
 * that ends it, so that a large one neither holds locks for minutes nor fails as a whole.
 */
async function erase(db: Database, id: string): Promise<void> {
  for (const siteId of await markErasing(db, id)) await emptySite(db, siteId);
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

/** Marks a deletion and its parts, and returns the Sites that go with it. */
async function markErasing(db: Database, id: string): Promise<string[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Deletion" WHERE "id" = ${id} FOR UPDATE`;
    const deletion = await tx.deletion.findUnique({ where: { id }, include: { parts: true } });
    if (!deletion) return [];
    const earlier = deletion.kind === "account" ? await findEarlier(tx, teamsOf(deletion)) : [];
    const all = [deletion, ...deletion.parts, ...earlier];
    await tx.deletion.updateMany({ where: { id: { in: all.map((each) => each.id) } }, data: { isErasing: true } });
    const ids = all.map(({ siteId }) => siteId).filter((siteId) => siteId !== null);
    const sites = await tx.site.findMany({ where: { id: { in: ids }, teamId: DELETED_TEAM_ID }, select: { id: true } });
    return sites.map((site) => site.id);
  });
}

async function eraseSite(tx: Transaction, { siteId }: Deletion): Promise<void> {
  if (siteId === null) return;
  await tx.site.deleteMany({ where: { id: siteId, teamId: DELETED_TEAM_ID } });
  await tx.activity.deleteMany({ where: { siteId } });
}

async function eraseAccount(tx: Transaction, deletion: Deletion): Promise<void> {
  const { userId } = deletion;
  const ids = teamsOf(deletion);
  for (const site of await findEarlier(tx, ids)) await eraseSite(tx, site);
  await tx.team.deleteMany({ where: { id: { in: ids }, members: { none: {} } } });
  if (userId !== null) await tx.user.deleteMany({ where: { id: userId } });
}

/** Finds Sites deleted before their account: they wait for their own time, but cannot outlive the Teams that they would return to. */
function findEarlier(tx: Transaction, teamIds: string[]): Promise<Deletion[]> {
  return tx.deletion.findMany({ where: { kind: "site", teamId: { in: teamIds } } });
}

function teamsOf({ kept }: Deletion): string[] {
  return keptOfAccount.parse(kept).teams.map(({ teamId }) => teamId);
}
