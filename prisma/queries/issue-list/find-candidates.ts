import { type Database, Prisma } from "#prisma/client.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import type { ListSite } from "./find-list-sites.ts";
import { otherFilter, sitesAsRows } from "./issue-list-filter.ts";

/** Matches that are sorted and counted one by one. Words that match more are so common that the top of the list has them. */
export const MOST_CANDIDATES = 5_000;
/** A shorter search has no trigram for the index, so it must be the beginning of the mistake. */
const SHORTEST_INFIX = 3;

/** `ids`: the only Issues that can match; null: all. `isCommon`: the search matches too many, so each row is compared with it. */
export type Candidates = { ids: string[] | null; isCommon: boolean };
type Wanted = { sites: readonly ListSite[]; query: IssueListQuery; now: Date };

/** Finds the Issues that a search or a page leaves, before the other filters narrow them. */
export async function findCandidates(db: Database, { sites, query, now }: Wanted): Promise<Candidates> {
  const onPage = query.pageId === undefined ? null : await findOnPage(db, sites, query.pageId);
  if (query.q === "") return { ids: onPage, isCommon: false };
  const found = await findBySearch(db, { sites, query, now });
  if (found === null) return { ids: onPage, isCommon: true };
  const matching = new Set(found);
  return { ids: onPage === null ? found : onPage.filter((id) => matching.has(id)), isCommon: false };
}

/** Returns the SQL condition that compares a row with a common search. */
export function searchFilter(q: string): Prisma.Sql {
  if (q.length < SHORTEST_INFIX) return Prisma.sql`issue."sortKey" LIKE lower(${`${escaped(q)}%`})`;
  return Prisma.sql`(${TEXTS} ILIKE ${like(q)} OR EXISTS (
    SELECT 1 FROM "Occurrence" AS occurrence JOIN "Page" AS page ON page."id" = occurrence."pageId"
    WHERE occurrence."issueId" = issue."id" AND page."url" ILIKE ${like(q)}))`;
}

/** As the index has it. */
const TEXTS = Prisma.sql`(issue."text" || chr(10) || issue."excerpt" || chr(10) || issue."message")`;

async function findOnPage(db: Database, sites: readonly ListSite[], pageId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT occurrence."issueId" AS "id" FROM "Page" AS page JOIN "Occurrence" AS occurrence ON occurrence."pageId" = page."id"
    WHERE page."id" = ${pageId} AND page."siteId" = ANY(${sites.map(({ id }) => id)})`;
  return rows.map(({ id }) => id);
}

/** Returns null if there are too many. */
async function findBySearch(db: Database, { sites, query, now }: Wanted): Promise<string[] | null> {
  const { q } = query;
  const siteIds = sites.map(({ id }) => id);
  const inTexts = q.length < SHORTEST_INFIX ? searchFilter(q) : Prisma.sql`${TEXTS} ILIKE ${like(q)}`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT issue."id" FROM "Issue" AS issue JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"
    WHERE issue."siteId" = ANY(${siteIds}) AND ${inTexts} AND ${otherFilter(query, now)} LIMIT ${MOST_CANDIDATES + 1}`;
  if (rows.length > MOST_CANDIDATES) return null;
  if (q.length < SHORTEST_INFIX) return rows.map(({ id }) => id);
  const onPages = await db.$queryRaw<{ id: string }[]>`
    SELECT occurrence."issueId" AS "id" FROM "Page" AS page JOIN "Occurrence" AS occurrence ON occurrence."pageId" = page."id"
    WHERE page."siteId" = ANY(${siteIds}) AND page."url" ILIKE ${like(q)} LIMIT ${MOST_CANDIDATES + 1}`;
  if (onPages.length > MOST_CANDIDATES) return null;
  return [...new Set([...rows, ...onPages].map(({ id }) => id))];
}

function like(q: string): string {
  return `%${escaped(q)}%`;
}

function escaped(q: string): string {
  return q.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
