import type { Database, Transaction } from "#prisma/client.ts";
import type { Deletion } from "#prisma/generated/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { recordActivity } from "../people/record-activity.ts";
import { applyPlan } from "../teams/apply-plan.ts";
import { restoreAccount } from "./restore-account.ts";
import { restoreSite } from "./restore-site.ts";

const TRANSACTION_MS = 300_000;

/**
 * Restores something that was deleted: a Site, or an account with its Teams and Sites. Sites beyond the Team's Plan, which is Free after an account was
 * deleted, are paused. For the operator.
 * @throws DomainError `not-found` if it was erased or restored already, `conflict` if something is in the way.
 */
export async function restoreDeleted({ db, now }: { db: Database; now: Date }, deletionId: string): Promise<{ label: string }> {
  return db.$transaction(
    async (tx) => {
      const deletion = await lockDeletion(tx, deletionId);
      if (deletion.partOfId !== null)
        throw new DomainError("conflict", `${deletion.label} was deleted with an account. Restore the account.`);
      const teamIds =
        deletion.kind === "site" ? await restoreOneSite(tx, deletion, now) : await restoreAccount(tx, deletion, now);
      for (const teamId of teamIds) {
        await applyPlan(tx, { teamId, now });
        await recordActivity(tx, { teamId, userId: null, kind: "restored", detail: siteNameOf(deletion), now });
      }
      return { label: deletion.label };
    },
    { timeout: TRANSACTION_MS },
  );
}

async function lockDeletion(tx: Transaction, id: string): Promise<Deletion> {
  await tx.$queryRaw`SELECT 1 FROM "Deletion" WHERE "id" = ${id} FOR UPDATE`;
  const deletion = await tx.deletion.findUnique({ where: { id } });
  if (!deletion) throw new DomainError("not-found", "There is nothing deleted with this id: it was restored or erased.");
  if (deletion.isErasing)
    throw new DomainError("not-found", `${deletion.label} is being erased, and part of it is gone. It cannot be restored.`);
  return deletion;
}

async function restoreOneSite(tx: Transaction, deletion: Deletion, now: Date): Promise<string[]> {
  const teamId = deletion.teamId ?? "";
  if ((await tx.member.count({ where: { teamId } })) === 0)
    throw new DomainError("conflict", `The account of ${deletion.label} was deleted, too. Restore the account first.`);
  await restoreSite(tx, deletion, now);
  return [teamId];
}

/** Returns the part of a label that may be shown to a Team: an activity names no address of a person. */
function siteNameOf({ kind, label }: Deletion): string {
  return kind === "site" ? label : "the team";
}
