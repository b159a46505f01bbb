import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/**
 * Throws a DomainError `conflict` if a Team would have no owner without this user. The caller has locked the Team, so that of two owners who
 * leave at the same time one stays.
 */
export async function requireOtherOwner(
  tx: Transaction,
  { teamId, userId }: { teamId: string; userId: string },
): Promise<void> {
  const others = await tx.member.count({ where: { teamId, role: "owner", userId: { not: userId } } });
  if (others === 0)
    throw new DomainError("conflict", "A team needs an owner, and there is no other. Make someone else an owner first.");
}
