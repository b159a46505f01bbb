import type { Transaction } from "#prisma/client.ts";

/** Returns the Teams that this user alone owns; they are deleted with the user. */
export async function findSoleTeams(
  tx: Transaction,
  userId: string,
): Promise<{ id: string; stripeCustomerId: string | null }[]> {
  return tx.team.findMany({
    where: {
      members: { some: { userId, role: "owner" }, none: { role: "owner", userId: { not: userId } } },
    },
    select: { id: true, stripeCustomerId: true },
  });
}
