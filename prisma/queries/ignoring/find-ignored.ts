import type { Database } from "#prisma/client.ts";
import type { IgnoreScope } from "#worker/core/issues/decisions/issue-decision.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf, sqlSitesOf } from "../sites/site-filter.ts";

/** `text`: of the Issue, for the scope page. `issues`: how many it keeps out of the list as a whole. */
export type IgnoreRuleView = {
  id: string;
  scope: IgnoreScope;
  rule: string | null;
  target: string | null;
  text: string | null;
  url: string | null;
  issues: number;
  userId: string | null;
  createdAt: Date;
};
/** An Issue that a person ignored alone. */
export type IgnoredIssueView = { id: string; check: string; text: string; userId: string | null; at: Date };

type Wanted = { teamId: TeamScope; siteId: string; skip: number; take: number };

/** Returns a Site's IgnoreRules, newest first, and the number of all. */
export async function findIgnoreRuleViews(
  db: Database,
  { teamId, siteId, skip, take }: Wanted,
): Promise<{ rules: IgnoreRuleView[]; total: number }> {
  const where = { siteId, site: sitesOf(teamId) };
  const [rows, total] = await Promise.all([
    db.ignoreRule.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip,
      take,
      select: {
        ...{ id: true, scope: true, rule: true, target: true, userId: true, createdAt: true },
        issue: { select: { text: true } },
        page: { select: { url: true } },
      },
    }),
    db.ignoreRule.count({ where }),
  ]);
  // Not as `_count` of the rules, for which Prisma would group all Issues of all Sites.
  const covered = await db.issue.groupBy({
    by: ["ignoreRuleId"],
    where: { ignoreRuleId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  const countOf = new Map(covered.map(({ ignoreRuleId, _count }) => [ignoreRuleId, _count]));
  const rules = rows.map(({ issue, page, ...rule }) => ({
    ...rule,
    ...{ text: issue?.text ?? null, url: page?.url ?? null, issues: countOf.get(rule.id) ?? 0 },
  }));
  return { rules, total };
}

/** Returns the Issues of a Site that a person ignored alone, with who and when, newest first, and the number of all. */
export async function findIgnoredIssues(
  db: Database,
  { teamId, siteId, skip, take }: Wanted,
): Promise<{ issues: IgnoredIssueView[]; total: number }> {
  const rows = await db.$queryRaw<(IgnoredIssueView & { total: bigint })[]>`
    SELECT issue."id", issue."check", issue."text", last."userId", COALESCE(last."at", issue."updatedAt") AS "at",
      COUNT(*) OVER () AS "total"
    FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
      LEFT JOIN LATERAL (
        SELECT "userId", "at" FROM "IssueEvent" AS event WHERE event."issueId" = issue."id" AND event."kind" = 'ignored'
        ORDER BY event."id" DESC LIMIT 1) AS last ON true
    WHERE issue."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND issue."state" = 'ignored' AND issue."ignoreRuleId" IS NULL
    ORDER BY "at" DESC, issue."id" DESC LIMIT ${take} OFFSET ${skip}`;
  return { issues: rows.map(({ total: _total, ...issue }) => issue), total: Number(rows[0]?.total ?? 0) };
}
