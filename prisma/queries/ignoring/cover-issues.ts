import type { Transaction } from "#prisma/client.ts";
import type { IssueEventKind } from "#prisma/generated/enums.ts";
import { makeFindCover } from "#worker/core/issues/ignore-rules.ts";
import type { IssueState } from "#worker/core/issues/issue.ts";
import { findIgnoreRules } from "./find-ignore-rules.ts";

/** Issues to look at: the listed ones with a rule of the checks or about links, or single ones, listed or not. */
type Which = { rule: string } | { check: "links" } | { ids: readonly string[] };
/** `without`: a rule that is about to be deleted. */
type Wanted = { siteId: string; which: Which; without?: string; userId: string | null; now: Date };
type Row = {
  id: string;
  check: string;
  rule: string;
  text: string;
  state: IssueState;
  resumeState: IssueState | null;
  ignoreRuleId: string | null;
  urls: string[];
};
type Change = { row: Row; state: IssueState; ignoreRuleId: string | null; resumeState: IssueState | null };

/** Rows per statement. */
const BATCH = 1_000;

/**
 * Brings Issues in line with the Site's IgnoreRules at once and quietly: listed Issues that a rule ignores leave the list, and those that
 * no rule ignores any more return to the state that they had. The caller holds the lock of lock-site-issues.ts.
 */
export async function coverIssues(tx: Transaction, { siteId, which, without, userId, now }: Wanted): Promise<number> {
  const rules = await findIgnoreRules(tx, siteId);
  const findCover = makeFindCover(rules.filter(({ id }) => id !== without));
  const changes = (await lockRows(tx, siteId, which)).flatMap((row): Change[] => {
    const { all } = findCover(row);
    if (row.state === "ignored") {
      if (row.ignoreRuleId === all) return [];
      if (all !== null) return [{ row, state: "ignored", ignoreRuleId: all, resumeState: row.resumeState }];
      return [{ row, state: row.resumeState ?? "open", ignoreRuleId: null, resumeState: null }];
    }
    return all === null ? [] : [{ row, state: "ignored", ignoreRuleId: all, resumeState: row.state }];
  });
  for (const group of Map.groupBy(changes, (one) => JSON.stringify([one.state, one.ignoreRuleId, one.resumeState])).values()) {
    const [{ state, ignoreRuleId, resumeState } = { state: undefined, ignoreRuleId: null, resumeState: null }] = group;
    for (const rows of inBatches(group)) {
      const ids = rows.map(({ row }) => row.id);
      if (state) await tx.issue.updateMany({ where: { id: { in: ids } }, data: { state, ignoreRuleId, resumeState } });
      await tx.issueEvent.createMany({ data: rows.flatMap((change) => eventOf(change)) });
    }
  }
  return changes.length;

  function eventOf({ row, state, ignoreRuleId }: Change) {
    if (row.state === state) return [];
    const kind: IssueEventKind = state === "ignored" ? "ignored" : "unignored";
    const details = ignoreRuleId === null ? {} : { details: { ignoreRuleId } };
    return [{ siteId, issueId: row.id, kind, before: row.state, quiet: true, userId, at: now, ...details }];
  }
}

async function lockRows(tx: Transaction, siteId: string, which: Which): Promise<Row[]> {
  const rule = "rule" in which ? which.rule : null;
  const check = "check" in which ? which.check : null;
  const ids = "ids" in which ? [...which.ids] : null;
  return tx.$queryRaw<Row[]>`
    SELECT issue."id", issue."check", issue."rule", issue."text", issue."state"::text AS "state", issue."ignoreRuleId",
      issue."resumeState"::text AS "resumeState",
      ARRAY(SELECT page."url" FROM "Occurrence" AS occurrence JOIN "Page" AS page ON page."id" = occurrence."pageId"
        WHERE ${ids !== null} AND occurrence."issueId" = issue."id") AS "urls"
    FROM "Issue" AS issue
    WHERE issue."siteId" = ${siteId} AND (${rule}::text IS NULL OR issue."rule" = ${rule})
      AND (${check}::text IS NULL OR issue."check" = ${check}) AND (${ids}::text[] IS NULL OR issue."id" = ANY(${ids}))
      AND (issue."state" IN ('open', 'reopened', 'unconfirmed', 'recurring')
        OR (${ids !== null} AND issue."state" = 'ignored' AND issue."ignoreRuleId" IS NOT NULL))
    ORDER BY issue."id" FOR UPDATE OF issue`;
}

function inBatches<One>(all: readonly One[]): One[][] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}
