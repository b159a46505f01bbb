import { z } from "zod";
import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { lockSiteIssues } from "../issues/recording/lock-site-issues.ts";
import { occurrenceRow } from "../issues/recording/occurrence-rows.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { coverIssues } from "./cover-issues.ts";
import { placeOccurrences, showOccurrences } from "./move-occurrences.ts";

type Wanted = { teamId: TeamScope; ignoreRuleId: string; userId: string; now: Date };

/**
 * Deletes an IgnoreRule. The Issues that it kept out of the list return to the state that they had, at once and quietly, unless another rule
 * ignores them. What Crawls no longer found meanwhile stays fixed.
 * @throws DomainError `not-found` when the Team has no such rule.
 */
export async function restoreIgnored(db: Database, { teamId, ignoreRuleId, userId, now }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { siteId } = await findRule(tx, teamId, ignoreRuleId);
    await lockSiteIssues(tx, siteId);
    const { issueId, hidden } = await findRule(tx, teamId, ignoreRuleId);
    const covered = await tx.issue.findMany({ where: { siteId, ignoreRuleId }, select: { id: true } });
    if (issueId !== null) {
      await showOccurrences(tx, z.array(occurrenceRow).parse(hidden));
      await placeOccurrences(tx, issueId, ignoreRuleId);
    }
    const ids = [...covered.map(({ id }) => id), ...(issueId === null ? [] : [issueId])];
    await coverIssues(tx, { siteId, which: { ids }, without: ignoreRuleId, userId, now });
    await tx.ignoreRule.delete({ where: { id: ignoreRuleId } });
  });
}

async function findRule(tx: Transaction, teamId: TeamScope, ignoreRuleId: string) {
  const rule = await tx.ignoreRule.findFirst({
    where: { id: ignoreRuleId, site: sitesOf(teamId) },
    select: { siteId: true, issueId: true, hidden: true },
  });
  if (!rule) throw new DomainError("not-found", "This is no longer ignored: somebody has restored it.");
  return rule;
}
