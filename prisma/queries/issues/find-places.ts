import type { Transaction } from "#prisma/client.ts";

/** A page that contains an Issue; `excerpt` is its sentence there. */
export type IssuePlace = { pageId: string; url: string; title: string; excerpt: string };

/** Pages listed per Issue; the rest are only counted, since a mistake in a footer is on every page. */
const PLACES_SHOWN = 8;

type PlaceRow = IssuePlace & { issueId: string; pageCount: bigint };

/** Occurrences that are read of one Issue. A mistake in a menu has one for each page of the site, and thousands of rows for eight lines. */
const MOST_READ = 200;

/**
 * Returns the first pages of each Issue, shortest address first, and the number of pages. Of an Issue with more than 200 Occurrences, they are
 * its first page and the shortest among as many as are read. Raw SQL, because Prisma fetches every Occurrence before it takes the first few.
 */
export async function findPlaces(
  db: Transaction,
  issueIds: string[],
): Promise<Map<string, { places: IssuePlace[]; pageCount: number }>> {
  const rows = await db.$queryRaw<PlaceRow[]>`
    SELECT /* prepared */ issue."id" AS "issueId", place."pageId", place."url", place."title", place."excerpt",
      CASE WHEN place."read" < ${MOST_READ} THEN place."pages" ELSE greatest(place."pages", issue."pageCount") END AS "pageCount"
    FROM "Issue" AS issue CROSS JOIN LATERAL (
      SELECT page."id" AS "pageId", page."url", page."title", seen."excerpt", seen."read", count(*) OVER () AS "pages"
      FROM (
        SELECT DISTINCT ON (known."pageId") known."pageId", known."excerpt", count(*) OVER () AS "read"
        FROM (
          (SELECT "id", "pageId", "excerpt" FROM "Occurrence" WHERE "issueId" = issue."id" LIMIT ${MOST_READ})
          UNION
          SELECT onFirst."id", onFirst."pageId", onFirst."excerpt"
          FROM "Page" AS first JOIN "Occurrence" AS onFirst ON onFirst."pageId" = first."id"
          WHERE first."siteId" = issue."siteId" AND first."url" = issue."firstUrl" AND onFirst."issueId" = issue."id") AS known
        ORDER BY known."pageId", known."id") AS seen
      JOIN "Page" AS page ON page."id" = seen."pageId"
      ORDER BY length(page."url"), page."url" LIMIT ${PLACES_SHOWN}) AS place
    WHERE issue."id" = ANY(${issueIds})
    ORDER BY issue."id", length(place."url"), place."url"`;
  const found = new Map<string, { places: IssuePlace[]; pageCount: number }>();
  for (const { issueId, pageId, url, title, excerpt, pageCount } of rows) {
    const entry = found.get(issueId) ?? { places: [], pageCount: Number(pageCount) };
    entry.places.push({ pageId, url, title, excerpt });
    found.set(issueId, entry);
  }
  return found;
}
