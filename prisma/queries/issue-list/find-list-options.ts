import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf, sqlSitesOf } from "../sites/site-filter.ts";

/** Choices of the filters of a list. `sections`: of one Site, those with most pages first. `page`: the one to filter by. */
export type ListOptions = {
  sites: { id: string; name: string }[];
  sections: string[];
  page: { url: string } | null;
};
/** `isTeam`: the list is of all Sites, among which one can be chosen. */
type Wanted = { teamId: TeamScope; isTeam: boolean; siteId: string | undefined; pageId: string | undefined };

const SECTIONS_OFFERED = 30;
/** A section is worth a filter if it has several pages. */
const FEWEST_PAGES = 2;

/** Returns the Team's Sites for its own list, the sections of one of them, and the page that the list is filtered by. */
export async function findListOptions(db: Database, { teamId, isTeam, siteId, pageId }: Wanted): Promise<ListOptions> {
  const [sites, sections, page] = await Promise.all([
    isTeam ? findNames(db, teamId) : [],
    siteId === undefined ? [] : findSections(db, teamId, siteId),
    pageId === undefined ? null : db.page.findFirst({ where: { id: pageId, site: sitesOf(teamId) }, select: { url: true } }),
  ]);
  return { sites, sections, page };
}

function findNames(db: Database, teamId: TeamScope): Promise<{ id: string; name: string }[]> {
  return db.site.findMany({
    where: sitesOf(teamId),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

async function findSections(db: Database, teamId: TeamScope, siteId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ section: string }[]>`
    SELECT /* prepared */ left(split_part(split_part(split_part(page."url", '?', 1), '#', 1), '/', 4), 40) AS "section"
    FROM "Page" AS page JOIN "Site" AS site ON site."id" = page."siteId"
    WHERE page."siteId" = ${siteId} AND ${sqlSitesOf(teamId)} AND NOT page."gone"
    GROUP BY 1 HAVING count(*) >= ${FEWEST_PAGES} ORDER BY count(*) DESC, 1 LIMIT ${SECTIONS_OFFERED}`;
  return rows.map(({ section }) => section);
}
