import type { Database } from "#prisma/client.ts";
import { enqueueHouseStyle, type Queue } from "#prisma/queue.ts";

/** Deletes a rule of a Team's house style, if the Team has it; a worker then closes its Issues. */
export async function deleteHouseRule(
  { db, queue }: { db: Database; queue: Queue },
  { teamId, ruleId }: { teamId: string; ruleId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.houseRule.deleteMany({ where: { id: ruleId, teamId } });
    if (count > 0) await enqueueHouseStyle(queue, tx, teamId);
  });
}
