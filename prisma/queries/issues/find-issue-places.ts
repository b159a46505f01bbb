import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

/** A sentence of a page that contains an Issue, and how many times the page has it. */
export type PlaceOnPage = { pageId: string; url: string; title: string; excerpt: string; times: number };
export type PagedPlaces = { places: PlaceOnPage[]; total: number; pageCount: number };

type Wanted = { teamId: TeamScope; siteId: string; issueId: string; skip: number; take: number };
type Row = Omit<PlaceOnPage, "times"> & { times: bigint };

/** Returns some of an Issue's places, shortest address first, with the number of all; none if the Team has no such Issue. */
export async function findIssuePlaces(db: Database, wanted: Wanted): Promise<PagedPlaces> {
  const { teamId, siteId, issueId, skip, take } = wanted;
  const [counted] = await db.$queryRaw<{ total: bigint; pageCount: bigint }[]>`
    SELECT /* prepared */ COUNT(*) AS "total", COUNT(DISTINCT "pageId") AS "pageCount" FROM (
      SELECT DISTINCT o."pageId", o."excerpt"
      FROM "Occurrence" o JOIN "Issue" i ON i."id" = o."issueId" JOIN "Site" site ON site."id" = i."siteId"
      WHERE o."issueId" = ${issueId} AND i."siteId" = ${siteId} AND ${sqlSitesOf(teamId)}) AS place`;
  const total = Number(counted?.total ?? 0);
  if (total === 0) return { places: [], total, pageCount: 0 };
  const rows = await db.$queryRaw<Row[]>`
    SELECT /* prepared */ p."id" AS "pageId", p."url", p."title", o."excerpt", COUNT(*) AS "times"
    FROM "Occurrence" o JOIN "Page" p ON p."id" = o."pageId"
    WHERE o."issueId" = ${issueId}
    GROUP BY p."id", o."excerpt" ORDER BY LENGTH(p."url"), p."url", o."excerpt" COLLATE "C" LIMIT ${take} OFFSET ${skip}`;
  const places = rows.map(({ times, ...place }) => ({ ...place, times: Number(times) }));
  return { places, total, pageCount: Number(counted?.pageCount ?? 0) };
}
