import type { Database, Transaction } from "#prisma/client.ts";
import type { HouseRule } from "#worker/core/house-style/house-rule.ts";

const COLUMNS = {
  id: true,
  kind: true,
  term: true,
  replacement: true,
  forms: true,
  pages: true,
  exceptPages: true,
  changedAt: true,
} as const;

/** Returns all rules of a Team's house style, the oldest first. */
export async function findAllHouseRules(tx: Transaction, teamId: string): Promise<HouseRule[]> {
  return tx.houseRule.findMany({ where: { teamId }, orderBy: { id: "asc" }, select: COLUMNS });
}

type Wanted = { teamId: string; containing: string; skip: number; take: number };

/** Returns one stretch of a Team's rules, those that contain a text, by alphabet; with their number and that of all rules. */
export async function findHouseRules(
  db: Database,
  { teamId, containing, skip, take }: Wanted,
): Promise<{ rules: HouseRule[]; found: number; total: number }> {
  const has = { contains: containing.replace(/[\\%_]/gu, "\\$&"), mode: "insensitive" as const };
  const where = { teamId, ...(containing === "" ? {} : { OR: [{ term: has }, { replacement: has }] }) };
  const [rules, found, total] = await Promise.all([
    db.houseRule.findMany({ where, orderBy: [{ key: "asc" }, { id: "asc" }], skip, take, select: COLUMNS }),
    db.houseRule.count({ where }),
    db.houseRule.count({ where: { teamId } }),
  ]);
  return { rules, found, total };
}

/** Returns one rule; null when the Team has none with this id. */
export async function findHouseRule(
  db: Database,
  { teamId, ruleId }: { teamId: string; ruleId: string },
): Promise<HouseRule | null> {
  return db.houseRule.findFirst({ where: { id: ruleId, teamId }, select: COLUMNS });
}
