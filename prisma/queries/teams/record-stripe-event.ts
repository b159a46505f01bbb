import type { Transaction } from "#prisma/client.ts";

/**
 * Records that a Stripe event is being handled; returns false if it was handled before. A concurrent second delivery waits
 * until the first one's transaction ends.
 */
export async function recordStripeEvent(tx: Transaction, event: { id: string; type: string }): Promise<boolean> {
  const { count } = await tx.stripeEvent.createMany({ data: [{ id: event.id, type: event.type }], skipDuplicates: true });
  return count === 1;
}
