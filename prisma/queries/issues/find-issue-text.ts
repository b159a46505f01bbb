import { type Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** The text around the first place of an Issue. `start` and `end` are in UTF-16 code units; null where only the excerpt is known. */
export type IssueText = { text: string; language: string | null; start: number | null; end: number | null };

type Wanted = { teamId: TeamScope; siteId: string; issueId: string };

/** Returns the text of the Block at an Issue's first place; null for links, and if the Block is gone or the Team's it is not. */
export async function findIssueText(db: Database, wanted: Wanted): Promise<IssueText | null> {
  // A mistake in a menu has thousands of places: all are read only if the first page no longer has it.
  return (
    (await findFirst(db, wanted, Prisma.sql`p."siteId" = i."siteId" AND p."url" = i."firstUrl"`)) ??
    (await findFirst(db, wanted, Prisma.sql`true`))
  );
}

async function findFirst(db: Database, { teamId, siteId, issueId }: Wanted, isWanted: Prisma.Sql): Promise<IssueText | null> {
  const [row] = await db.$queryRaw<IssueText[]>`
    SELECT /* prepared */ b."text", b."language", o."start", o."end"
    FROM "Occurrence" o
      JOIN "Issue" i ON i."id" = o."issueId" JOIN "Site" site ON site."id" = i."siteId"
      JOIN "Page" p ON p."id" = o."pageId"
      JOIN "Block" b ON b."siteId" = i."siteId" AND b."hash" = o."blockHash"
    WHERE o."issueId" = ${issueId} AND i."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND ${isWanted}
    ORDER BY LENGTH(p."url"), p."url", o."id" LIMIT 1`;
  return row ?? null;
}
