import type { Database, Transaction } from "#prisma/client.ts";
import { enqueueHouseStyle, type Queue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type HouseRule, MOST_REQUIRED } from "#worker/core/house-style/house-rule.ts";
import type { Plan } from "#worker/core/plans.ts";
import { plural } from "#worker/core/text/plural.ts";
import { termKey } from "#worker/core/text/word-tokens.ts";
import { lockTeam } from "../teams/lock-team.ts";

export type NewRule = Omit<HouseRule, "id" | "changedAt">;
type Dependencies = { db: Database; queue: Queue; now: Date };
type Wanted = { teamId: string; userId: string; rules: readonly NewRule[] };

/**
 * Adds rules to a Team's house style; a term that it has already gets what is new about it. A worker then compares the stored texts.
 * @throws DomainError `plan-limit` beyond the Plan's number of rules, `invalid-input` with too many texts that pages must have.
 */
export async function addHouseRules(
  { db, queue, now }: Dependencies,
  { teamId, userId, rules }: Wanted,
): Promise<{ added: number; changed: number }> {
  return db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    const known = await tx.houseRule.findMany({ where: { teamId }, select: { id: true, kind: true, key: true } });
    const ids = new Map(known.map(({ id, kind, key }) => [`${kind} ${key}`, id]));
    const fresh = new Map<string, NewRule>();
    let changed = 0;
    for (const rule of rules) {
      const key = `${rule.kind} ${termKey(rule.term)}`;
      const id = ids.get(key);
      if (id === undefined) fresh.set(key, rule);
      else {
        await tx.houseRule.update({ where: { id }, data: { ...rowOf(rule), userId, changedAt: now } });
        changed++;
      }
    }
    await requireRoom(tx, plan, { teamId, known: known.length, fresh: [...fresh.values()] });
    await tx.houseRule.createMany({
      data: [...fresh.values()].map((rule) => ({ ...rowOf(rule), teamId, userId, changedAt: now })),
    });
    await enqueueHouseStyle(queue, tx, teamId);
    return { added: fresh.size, changed };
  });
}

/** Returns the columns of a rule that a person enters. */
export function rowOf({ kind, term, replacement, forms, pages, exceptPages }: NewRule) {
  return { kind, term, key: termKey(term), replacement, forms, pages: [...pages], exceptPages: [...exceptPages] };
}

type Room = { teamId: string; known: number; fresh: NewRule[] };

async function requireRoom(tx: Transaction, plan: Plan, { teamId, known, fresh }: Room): Promise<void> {
  if (known + fresh.length > plan.houseRules && fresh.length > 0)
    throw new DomainError(
      "plan-limit",
      `Your plan allows ${plural(plan.houseRules, "rule")}; you have ${known} and tried to add ${fresh.length}. Add fewer, or choose a larger plan under Billing.`,
    );
  await requireRoomForRequired(tx, teamId, fresh.filter(({ kind }) => kind === "require").length);
}

/** @throws DomainError `invalid-input` if a Team would have too many texts that pages must have. */
export async function requireRoomForRequired(tx: Transaction, teamId: string, more: number): Promise<void> {
  const required = await tx.houseRule.count({ where: { teamId, kind: "require" } });
  if (more > 0 && required + more > MOST_REQUIRED)
    throw new DomainError(
      "invalid-input",
      `You can have ${plural(MOST_REQUIRED, "text")} that pages must have; you have ${required} already. Delete one first.`,
    );
}
