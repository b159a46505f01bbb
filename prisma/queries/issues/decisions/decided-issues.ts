import type { Transaction } from "#prisma/client.ts";
import { toStoredJson } from "#prisma/stored-json.ts";
import { type Decided, decidedSchema } from "#worker/core/issues/decisions/decision-details.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../../sites/site-filter.ts";

/** An Issue that a person decides about, with its Site's time zone. */
export type DecidedIssue = { id: string; siteId: string; timeZone: string; decided: Decided };

const COLUMNS = {
  state: true,
  fixedAt: true,
  snoozedUntil: true,
  snoozedTexts: true,
  resumeState: true,
  ignoreRuleId: true,
  assigneeId: true,
  missed: true,
  met: true,
  successor: true,
  returns: true,
} as const satisfies Record<keyof Decided, true>;

/** Reads Issues of a Team and locks them in the order of their ids, as recording a Crawl does. Others are left out. */
export async function lockDecidedIssues(
  tx: Transaction,
  { teamId, issueIds }: { teamId: TeamScope; issueIds: readonly string[] },
): Promise<DecidedIssue[]> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT issue."id" FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
    WHERE issue."id" = ANY(${issueIds}) AND ${sqlSitesOf(teamId)} ORDER BY issue."id" FOR UPDATE OF issue`;
  const issues = await tx.issue.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: { id: true, siteId: true, site: { select: { timeZone: true } }, ...COLUMNS },
  });
  return issues.map(({ id, siteId, site, fixedAt, snoozedUntil, ...issue }) => ({
    id,
    siteId,
    timeZone: site.timeZone,
    decided: decidedSchema.parse({
      ...issue,
      fixedAt: fixedAt?.toISOString() ?? null,
      snoozedUntil: snoozedUntil?.toISOString() ?? null,
    }),
  }));
}

/** Writes the columns of many Issues in one statement. */
export async function writeDecidedIssues(tx: Transaction, rows: readonly ({ id: string } & Decided)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Issue" AS issue SET "state" = now."state"::"IssueState", "fixedAt" = now."fixedAt", "snoozedUntil" = now."snoozedUntil",
      "snoozedTexts" = now."snoozedTexts", "resumeState" = now."resumeState"::"IssueState", "ignoreRuleId" = now."ignoreRuleId",
      "assigneeId" = now."assigneeId", "missed" = now."missed", "met" = now."met", "successor" = now."successor",
      "returns" = now."returns", "updatedAt" = now()
    FROM jsonb_to_recordset(${toStoredJson(rows)}::jsonb) AS now("id" text, "state" text, "fixedAt" timestamp(3),
      "snoozedUntil" timestamp(3), "snoozedTexts" text[], "resumeState" text, "ignoreRuleId" text, "assigneeId" text, "missed" integer,
      "met" integer, "successor" text, "returns" integer)
    WHERE issue."id" = now."id"`;
}
