import type { Transaction } from "#prisma/client.ts";
import type { Deletion } from "#prisma/generated/client.ts";
import { keptOfAccount } from "./kept-facts.ts";
import { restoreSite } from "./restore-site.ts";

/**
 * Restores an account with its Teams and their Sites, and returns the Teams. The password and two-factor sign-in are as before. If someone has
 * signed up with the address meanwhile, that account gets the Teams instead: only its owner can have verified it.
 */
export async function restoreAccount(tx: Transaction, deletion: Deletion, now: Date): Promise<string[]> {
  const { userId: oldId } = deletion;
  if (oldId === null) throw new Error(`The deletion ${deletion.id} names no user.`);
  const { email, emailVerified, teams } = keptOfAccount.parse(deletion.kept);
  const successor = await tx.user.findUnique({ where: { email }, select: { id: true } });
  const userId = successor?.id ?? oldId;
  if (!successor) await tx.user.update({ where: { id: oldId }, data: { email, emailVerified } });
  for (const { teamId, since } of teams)
    await tx.member.create({ data: { teamId, userId, role: "owner", createdAt: new Date(since) } });
  const parts = await tx.deletion.findMany({ where: { partOfId: deletion.id }, orderBy: { id: "asc" } });
  for (const part of parts) await restoreSite(tx, part, now);
  await tx.deletion.delete({ where: { id: deletion.id } });
  if (successor) await tx.user.delete({ where: { id: oldId } });
  return teams.map(({ teamId }) => teamId);
}
