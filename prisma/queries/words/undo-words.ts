import type { Database } from "#prisma/client.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { reopenUncovered } from "./reopen-uncovered.ts";

type Wanted = { teamId: TeamScope; decisionId: string; userId: string; now: Date };

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
    await lockTeam(tx, teamId);
    const ofMember = wordsOf(teamId);
    const { count: removed } = await tx.dictionaryWord.deleteMany({ where: { ...ofMember, decisionId } });
    await tx.dictionaryWord.updateMany({
      where: { ...ofMember, endingsDecisionId: decisionId },
      data: { withEndings: false, endingsDecisionId: null },
    });
    const closed = await tx.issue.findMany({
      where: { site: sitesOf(teamId), check: "spelling", state: "fixed", events: { some: { decisionId, kind: "taught" } } },
      select: { id: true, siteId: true, text: true },
    });
    const reopened = await reopenUncovered(tx, { teamId: teamOf(teamId), closed, userId, now, decisionId });
    return { removed, reopened };
  }, TRANSACTION);
}

/** Returns the condition for the words that a Member may change: those of all Sites only with a right to all Sites. */
function wordsOf(scope: TeamScope) {
  return typeof scope === "string" ? { teamId: scope } : { teamId: scope.teamId, siteId: { in: [...scope.siteIds] } };
}
