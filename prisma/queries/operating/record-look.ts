import type { Database } from "#prisma/client.ts";
import { recordActivity } from "../people/record-activity.ts";
import { type Acting, recordOperatorAction } from "./record-operator-action.ts";

/** Further looks of the same operator within this time are the same visit. */
const SAME_VISIT_MS = 10 * 60_000;

/** Notes that an operator looked into a Team, in the operators' log and in the Team's list of activities. Once for each visit. */
export async function recordLook(
  db: Database,
  { operator, now, teamId, name }: Acting & { teamId: string; name: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR NO KEY UPDATE`;
    const since = new Date(now.getTime() - SAME_VISIT_MS);
    const known = await tx.operatorAction.count({ where: { teamId, operator, kind: "looked", at: { gt: since } } });
    if (known > 0) return;
    await recordOperatorAction(tx, { operator, now, kind: "looked", teamId, subject: name });
    await recordActivity(tx, { teamId, userId: null, kind: "operator_looked", now });
  });
}
