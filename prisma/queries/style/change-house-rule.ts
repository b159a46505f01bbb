import type { Database } from "#prisma/client.ts";
import { enqueueHouseStyle, type Queue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { termKey } from "#worker/core/text/word-tokens.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { type NewRule, requireRoomForRequired, rowOf } from "./add-house-rules.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
type Wanted = { teamId: string; userId: string; ruleId: string; rule: NewRule };

/**
 * Changes a rule of a Team's house style. A worker then compares the stored texts.
 * @throws DomainError `not-found` when the Team has no such rule, `conflict` when another rule has the term.
 */
export async function changeHouseRule(
  { db, queue, now }: Dependencies,
  { teamId, userId, ruleId, rule }: Wanted,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const before = await tx.houseRule.findFirst({ where: { id: ruleId, teamId }, select: { kind: true } });
    if (!before) throw new DomainError("not-found", "This rule is no longer in your list.");
    const { kind, term } = rule;
    const other = await tx.houseRule.findFirst({ where: { teamId, kind, key: termKey(term), NOT: { id: ruleId } } });
    if (other) throw new DomainError("conflict", `You have another rule for “${term}”. Change that one instead.`);
    if (kind === "require" && before.kind !== kind) await requireRoomForRequired(tx, teamId, 1);
    await tx.houseRule.update({ where: { id: ruleId }, data: { ...rowOf(rule), userId, changedAt: now } });
    await enqueueHouseStyle(queue, tx, teamId);
  });
}
