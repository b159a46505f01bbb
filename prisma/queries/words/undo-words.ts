import type { Database } from "#prisma/client.ts";
import { reopenUncovered } from "./reopen-uncovered.ts";

type Wanted = { teamId: string; decisionId: string; userId: string; now: Date };

const TRANSACTION = { maxWait: 10_000, timeout: 60_000 };

/**
 * Removes the words that one decision added and that are still there, and quietly reopens the Issues that it closed, where nothing newer
 * happened and no other word covers them. Known words lose the endings that it gave them. Returns the numbers of both.
 */
export async function undoWords(
  db: Database,
  { teamId, decisionId, userId, now }: Wanted,
): Promise<{ removed: number; reopened: number }> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Team" WHERE "id" = ${teamId} FOR UPDATE`;
    const { count: removed } = await tx.dictionaryWord.deleteMany({ where: { teamId, decisionId } });
    await tx.dictionaryWord.updateMany({
      where: { teamId, endingsDecisionId: decisionId },
      data: { withEndings: false, endingsDecisionId: null },
    });
    const closed = await tx.issue.findMany({
      where: { site: { teamId }, check: "spelling", state: "fixed", events: { some: { decisionId, kind: "taught" } } },
      select: { id: true, siteId: true, text: true },
    });
    const reopened = await reopenUncovered(tx, { teamId, closed, userId, now, decisionId });
    return { removed, reopened };
  }, TRANSACTION);
}
