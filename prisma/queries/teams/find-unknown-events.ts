import type { Database } from "#prisma/client.ts";

/** Returns those of the ids of Stripe's events that were not handled yet. */
export async function findUnknownEvents(db: Database, ids: readonly string[]): Promise<string[]> {
  const known = await db.stripeEvent.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  const handled = new Set(known.map(({ id }) => id));
  return ids.filter((id) => !handled.has(id));
}
