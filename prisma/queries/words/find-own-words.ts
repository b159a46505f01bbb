import type { Database } from "#prisma/client.ts";
import { SITE_WORD_RULE } from "#worker/core/issues/site-words.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { GROUP_STATES } from "#worker/core/view/issues/issue-groups.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** A word that is perhaps the Site's own. `isSure`: it is on so many pages that it is hardly a mistake. */
export type OwnWord = { word: string; pages: number; excerpt: string; isSure: boolean };

/** Number of pages from which a word in no dictionary is preselected. */
const SURE_PAGES = 2;

/** Returns the unknown words that a Site uses often, those on most pages first, and the number of all. */
export async function findOwnWords(
  db: Database,
  { teamId, siteId, take }: { teamId: TeamScope; siteId: string; take: number },
): Promise<{ words: OwnWord[]; total: number }> {
  const rows = await db.$queryRaw<{ word: string; excerpt: string; pages: number; total: bigint }[]>`
    SELECT issue."text" AS "word", issue."excerpt",
      (SELECT COUNT(DISTINCT occurrence."pageId") FROM "Occurrence" AS occurrence WHERE occurrence."issueId" = issue."id")::integer AS "pages",
      COUNT(*) OVER () AS "total"
    FROM "Issue" AS issue JOIN "Site" AS site ON site."id" = issue."siteId"
    WHERE issue."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND issue."rule" = ${SITE_WORD_RULE}
      AND issue."state"::text = ANY(${GROUP_STATES.open})
    ORDER BY "pages" DESC, lower(issue."text"), issue."id" LIMIT ${take}`;
  const words = rows.map(({ word, excerpt, pages }) => ({ word, excerpt, pages, isSure: pages >= SURE_PAGES }));
  return { words, total: Number(rows[0]?.total ?? 0) };
}
