import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** The text around the first place of an Issue. `start` and `end` are in UTF-16 code units; null where only the excerpt is known. */
export type IssueText = { text: string; language: string | null; start: number | null; end: number | null };

type Wanted = { teamId: TeamScope; siteId: string; issueId: string };

/** Returns the text of the Block at an Issue's first place; null for links, and if the Block is gone or the Team's it is not. */
export async function findIssueText(db: Database, { teamId, siteId, issueId }: Wanted): Promise<IssueText | null> {
  const [row] = await db.$queryRaw<IssueText[]>`
    SELECT /* prepared */ b."text", b."language", o."start", o."end"
    FROM "Occurrence" o
      JOIN "Issue" i ON i."id" = o."issueId" JOIN "Site" site ON site."id" = i."siteId"
      JOIN "Page" p ON p."id" = o."pageId"
      JOIN "Block" b ON b."siteId" = i."siteId" AND b."hash" = o."blockHash"
    WHERE o."issueId" = ${issueId} AND i."siteId" = ${siteId} AND ${sqlSitesOf(teamId)}
    ORDER BY LENGTH(p."url"), p."url", o."id" LIMIT 1`;
  return row ?? null;
}
