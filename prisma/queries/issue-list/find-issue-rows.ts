import { type Database, Prisma } from "#prisma/client.ts";
import { type IssueListQuery, LIST_PAGE_SIZE } from "#worker/core/view/issues/issue-list-query.ts";
import { type Candidates, searchFilter } from "./find-candidates.ts";
import type { ListSite } from "./find-list-sites.ts";
import { kindFilter, otherFilter, sitesAsRows } from "./issue-list-filter.ts";

export type RowsWanted = { sites: readonly ListSite[]; query: IssueListQuery; candidates: Candidates; now: Date };
/** Rows to skip and to take; without it, the page that the query names. */
type Slice = { skip: number; take: number };

/** Issues in a group: shown under its heading, the first of `count`. */
export type RowGroup = { key: string; count: number; pages: number; sites: number; ids: string[] };

/** Groups on one page of a grouped list, and Issues shown in each. */
const GROUPS_ON_PAGE = 20;
const ROWS_IN_GROUP = 6;

/**
 * Returns the ids of one page of the list, in order. Each Site's first Issues are read in the order of the index, so that the first page
 * of the usual order costs the same for any number of Issues.
 */
export async function findIssueRows(db: Database, wanted: RowsWanted, slice?: Slice): Promise<string[]> {
  const { sites, query, candidates } = wanted;
  const { skip, take } = slice ?? { skip: (query.page - 1) * LIST_PAGE_SIZE, take: LIST_PAGE_SIZE };
  const order = orderOf(query);
  const rows =
    candidates.ids === null
      ? await db.$queryRaw<{ id: string }[]>`
        SELECT issue."id" FROM ${sitesAsRows(sites)} CROSS JOIN LATERAL (
          SELECT issue."id", issue."weight", issue."openedAt", issue."fixedAt", issue."firstUrl", issue."sortKey" FROM "Issue" AS issue
          WHERE issue."siteId" = site."id" AND ${rowsFilter(wanted)} ORDER BY ${order} LIMIT ${skip + take}) AS issue
        ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`
      : await db.$queryRaw<{ id: string }[]>`
        SELECT issue."id" FROM "Issue" AS issue JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"
        WHERE ${rowsFilter(wanted)} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ id }) => id);
}

/** Returns one page of the list in groups, with the first Issues of each, and the number of all groups. */
export async function findIssueGroups(
  db: Database,
  wanted: RowsWanted,
): Promise<{ groups: RowGroup[]; total: number; pageSize: number }> {
  const { sites, query } = wanted;
  const key =
    query.group === "mistake" ? Prisma.sql`issue."mistakeKey"::text` : Prisma.sql`issue."siteId" || ' ' || issue."firstUrl"`;
  const from = Prisma.sql`"Issue" AS issue JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"
    WHERE issue."siteId" = ANY(${sites.map(({ id }) => id)}) AND ${rowsFilter(wanted)}`;
  return db.$transaction(async (tx) => {
    // Groups in memory: with the usual four megabytes they would go to the disk.
    await tx.$queryRaw`SELECT set_config('work_mem', '64MB', true)`;
    const groups = await tx.$queryRaw<GroupRow[]>`
      SELECT ${key} AS "key", count(*) AS "count", sum(issue."pageCount") AS "pages", count(DISTINCT issue."siteId") AS "sites",
        count(*) OVER () AS "total"
      FROM ${from} GROUP BY 1 ORDER BY ${groupOrderOf(query)} LIMIT ${GROUPS_ON_PAGE} OFFSET ${(query.page - 1) * GROUPS_ON_PAGE}`;
    const keys = groups.map((group) => group.key);
    const rows = await tx.$queryRaw<{ key: string; id: string }[]>`
      SELECT "key", "id" FROM (
        SELECT ${key} AS "key", issue."id", row_number() OVER (PARTITION BY ${key} ORDER BY ${orderOf(query)}) AS "place"
        FROM ${from} AND ${key} = ANY(${keys})
      ) AS ranked WHERE "place" <= ${ROWS_IN_GROUP} ORDER BY "place"`;
    const idsOf = Map.groupBy(rows, (row) => row.key);
    return {
      total: Number(groups[0]?.total ?? 0),
      pageSize: GROUPS_ON_PAGE,
      groups: groups.map(({ key: name, count, pages, sites: siteCount }) => ({
        key: name,
        count: Number(count),
        pages: Number(pages),
        sites: Number(siteCount),
        ids: (idsOf.get(name) ?? []).map(({ id }) => id),
      })),
    };
  });
}

type GroupRow = { key: string; count: bigint; pages: bigint; sites: bigint; total: bigint };

/** Returns the SQL condition for all that a list asks for; the rows must be named `issue` and `site`. */
export function rowsFilter({ query, candidates: { ids, isCommon }, now }: Omit<RowsWanted, "sites">): Prisma.Sql {
  return Prisma.sql`${kindFilter(query)} AND ${otherFilter(query, now)}
    ${ids === null ? Prisma.empty : Prisma.sql`AND issue."id" = ANY(${ids})`}
    ${isCommon ? Prisma.sql`AND ${searchFilter(query.q)}` : Prisma.empty}`;
}

function orderOf({ sort, state }: IssueListQuery): Prisma.Sql {
  if (sort === "page") return Prisma.sql`issue."firstUrl" COLLATE "C", issue."weight" DESC, issue."id"`;
  if (sort === "a-z") return Prisma.sql`issue."sortKey" COLLATE "C", issue."id"`;
  if (sort === "weight") return Prisma.sql`issue."weight" DESC, issue."id"`;
  return state === "fixed"
    ? Prisma.sql`issue."fixedAt" DESC NULLS LAST, issue."id"`
    : Prisma.sql`issue."openedAt" DESC, issue."weight" DESC, issue."id"`;
}

function groupOrderOf({ sort }: IssueListQuery): Prisma.Sql {
  if (sort === "page") return Prisma.sql`min(issue."firstUrl") COLLATE "C", 1`;
  if (sort === "a-z") return Prisma.sql`min(issue."sortKey") COLLATE "C", 1`;
  if (sort === "newest") return Prisma.sql`max(issue."openedAt") DESC, 1`;
  return Prisma.sql`max(issue."weight") DESC, 1`;
}
