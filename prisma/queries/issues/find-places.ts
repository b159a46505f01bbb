import type { Transaction } from "#prisma/client.ts";

/** A page that contains an Issue; `excerpt` is its sentence there. */
export type IssuePlace = { pageId: string; url: string; title: string; excerpt: string };

/** Pages listed per Issue; the rest are only counted, since a mistake in a footer is on every page. */
const PLACES_SHOWN = 8;

type PlaceRow = IssuePlace & { issueId: string; pageCount: bigint };

/**
 * Returns the first pages of each Issue, shortest address first, and the number of pages. Raw SQL, because Prisma fetches every
 * Occurrence before it takes the first few.
 */
export async function findPlaces(
  db: Transaction,
  issueIds: string[],
): Promise<Map<string, { places: IssuePlace[]; pageCount: number }>> {
  const rows = await db.$queryRaw<PlaceRow[]>`
    SELECT * FROM (
      SELECT o."issueId", p."id" AS "pageId", p."url", p."title", o."excerpt",
             COUNT(*) OVER (PARTITION BY o."issueId") AS "pageCount",
             ROW_NUMBER() OVER (PARTITION BY o."issueId" ORDER BY LENGTH(p."url"), p."url") AS "place"
      FROM (SELECT DISTINCT ON ("issueId", "pageId") * FROM "Occurrence" WHERE "issueId" = ANY(${issueIds}) ORDER BY "issueId", "pageId", "id") o
      JOIN "Page" p ON p."id" = o."pageId"
    ) placed WHERE "place" <= ${PLACES_SHOWN} ORDER BY "issueId", "place"`;
  const found = new Map<string, { places: IssuePlace[]; pageCount: number }>();
  for (const { issueId, pageId, url, title, excerpt, pageCount } of rows) {
    const entry = found.get(issueId) ?? { places: [], pageCount: Number(pageCount) };
    entry.places.push({ pageId, url, title, excerpt });
    found.set(issueId, entry);
  }
  return found;
}
