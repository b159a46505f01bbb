import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf, sqlSitesOf } from "../sites/site-filter.ts";

/** Choices of the filters of a list. `sections`: of one Site, those with most pages first. `page`: the one to filter by. */
export type ListOptions = { sections: string[]; page: { url: string } | null };
type Wanted = { teamId: TeamScope; siteId: string | undefined; pageId: string | undefined };

const SECTIONS_OFFERED = 30;
/** A section is worth a filter if it has several pages. */
const FEWEST_PAGES = 2;

/** Returns the sections of a Site, and the page that the list is filtered by. */
export async function findListOptions(db: Database, { teamId, siteId, pageId }: Wanted): Promise<ListOptions> {
  const [sections, page] = await Promise.all([
    siteId === undefined ? [] : findSections(db, teamId, siteId),
    pageId === undefined ? null : db.page.findFirst({ where: { id: pageId, site: sitesOf(teamId) }, select: { url: true } }),
  ]);
  return { sections, page };
}

async function findSections(db: Database, teamId: TeamScope, siteId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ section: string }[]>`
    SELECT /* prepared */ left(split_part(split_part(split_part(page."url", '?', 1), '#', 1), '/', 4), 40) AS "section"
    FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId"
    WHERE page."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND NOT page."gone"
    GROUP BY 1 HAVING count(*) >= ${FEWEST_PAGES} ORDER BY count(*) DESC, 1 LIMIT ${SECTIONS_OFFERED}`;
  return rows.map(({ section }) => section);
}
