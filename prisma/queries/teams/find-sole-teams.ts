import type { Transaction } from "#prisma/client.ts";

/** Teams that would be left without an owner if this user went: they go with the user. */
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
