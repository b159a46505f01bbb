import type { Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";

/**
 * Throws a DomainError `conflict` if the user is the last owner of a Team that has other people: they would lose the Team with its owner.
 * Called before anything irreversible, and once more with the Teams locked.
 */
export async function requireHandedOver(tx: Transaction, userId: string): Promise<void> {
  const team = await tx.team.findFirst({
    where: {
      AND: [
        { members: { some: { userId, role: "owner" }, none: { role: "owner", userId: { not: userId } } } },
        { members: { some: { userId: { not: userId } } } },
      ],
    },
    select: { name: true },
  });
  if (team)
    throw new DomainError(
      "conflict",
      `You are the only owner of the team “${team.name}”, which has other people. Make one of them an owner, or remove them, and try again.`,
    );
}
