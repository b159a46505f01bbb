import type { Transaction } from "#prisma/client.ts";

/**
 * Returns the ids of those Issues whose opening was never mailed, because a new rule found them in old text; then their fix is
 * not mailed either. Issues of the first finished Crawl were mailed in the first report.
 */
export async function findUnreported(tx: Transaction, issueIds: string[]): Promise<Set<string>> {
  if (issueIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Issue" AS issue WHERE "id" = ANY(${issueIds}) AND (
      SELECT began."quiet" AND began."crawlId" IS DISTINCT FROM (
        SELECT "id" FROM "Crawl" WHERE "siteId" = issue."siteId" AND "state" = 'finished' ORDER BY "finishedAt", "id" LIMIT 1)
      FROM "IssueEvent" AS began
      WHERE began."issueId" = issue."id" AND began."kind" IN ('opened', 'reopened')
      ORDER BY began."id" DESC LIMIT 1)`;
  return new Set(rows.map(({ id }) => id));
}
