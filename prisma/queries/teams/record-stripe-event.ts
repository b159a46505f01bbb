import type { Transaction } from "#prisma/client.ts";

/**
 * Notes that an event of Stripe's is being handled; false if it was handled before. A second delivery at the same moment waits here until
 * the first one's transaction ends.
 */
export async function recordStripeEvent(tx: Transaction, event: { id: string; type: string }): Promise<boolean> {
  const { count } = await tx.stripeEvent.createMany({ data: [{ id: event.id, type: event.type }], skipDuplicates: true });
  return count === 1;
}
