import type { Transaction } from "#prisma/client.ts";

/** Ends the messages that wait for a Channel, which is stopped, with the reason. One that is being sent ends with its own outcome. */
export async function dropWaitingMessages(tx: Transaction, channelId: string, answer: string): Promise<void> {
  await tx.channelDelivery.updateMany({
    where: { channelId, state: "pending" },
    data: { state: "failed", status: null, ms: null, answer },
  });
}
