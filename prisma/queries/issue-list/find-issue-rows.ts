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
        SELECT /* prepared */ issue."id" FROM ${sitesAsRows(sites)} CROSS JOIN LATERAL (
          SELECT issue."id", issue."weight", issue."openedAt", issue."fixedAt", issue."firstUrl", issue."sortKey" FROM "Issue" AS issue
          WHERE issue."siteId" = site."id" AND ${rowsFilter(wanted)} ORDER BY ${order} LIMIT ${skip + take}) AS issue
        ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`
      : await db.$queryRaw<{ id: string }[]>`
        SELECT issue."id" FROM "Issue" AS issue JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"
        WHERE ${rowsFilter(wanted)} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ id }) => id);
}

/**
 * Returns one page of the list in groups, with the first Issues of each, and the number of all groups. First finds which groups are on the
 * page; their Sites are counted afterwards, as PostgreSQL would sort all Issues to count distinct Sites of every group.
 */
export async function findIssueGroups(
  db: Database,
  wanted: RowsWanted,
): Promise<{ groups: RowGroup[]; total: number; pageSize: number }> {
  const { sites, query } = wanted;
  const { key, within } = groupingOf(query);
  const from = Prisma.sql`"Issue" AS issue JOIN ${sitesAsRows(sites)} ON site."id" = issue."siteId"
    WHERE issue."siteId" = ANY(${sites.map(({ id }) => id)}) AND ${rowsFilter(wanted)}`;
  return db.$transaction(async (tx) => {
    // Groups in memory: with the usual four megabytes they would go to the disk.
    await tx.$queryRaw`SELECT set_config('work_mem', '64MB', true)`;
    const onPage = await tx.$queryRaw<{ key: string; total: bigint }[]>`
      SELECT (${key})::text AS "key", count(*) OVER () AS "total" FROM ${from}
      GROUP BY ${key} ORDER BY ${groupOrderOf(query)}, ${key}
      LIMIT ${GROUPS_ON_PAGE} OFFSET ${(query.page - 1) * GROUPS_ON_PAGE}`;
    const keys = onPage.map((group) => group.key);
    const rows = await tx.$queryRaw<GroupedRow[]>`
      WITH ranked AS (
        SELECT (${key})::text AS "key", issue."id", issue."siteId", issue."pageCount",
          row_number() OVER (PARTITION BY ${key} ORDER BY ${orderOf(query)}) AS "place"
        FROM ${from} AND ${within(keys)}),
      summed AS (
        SELECT "key", count(*) AS "count", sum("pageCount") AS "pages", count(DISTINCT "siteId") AS "sites" FROM ranked GROUP BY "key")
      SELECT "key", "id", "count", "pages", "sites" FROM ranked JOIN summed USING ("key") WHERE "place" <= ${ROWS_IN_GROUP} ORDER BY "place"`;
    const rowsOf = Map.groupBy(rows, (row) => row.key);
    return {
      total: Number(onPage[0]?.total ?? 0),
      pageSize: GROUPS_ON_PAGE,
      groups: keys.flatMap((name) => groupOf(name, rowsOf.get(name) ?? [])),
    };
  });
}

type GroupedRow = { key: string; id: string; count: bigint; pages: bigint; sites: bigint };

function groupOf(key: string, rows: readonly GroupedRow[]): RowGroup[] {
  const [first] = rows;
  if (!first) return [];
  const { count, pages, sites } = first;
  return [{ key, count: Number(count), pages: Number(pages), sites: Number(sites), ids: rows.map(({ id }) => id) }];
}

type Grouping = {
  /** One expression of few columns, so that PostgreSQL groups by hashing and compares bytes. */
  key: Prisma.Sql;
  /** Returns the condition for Issues of the groups with these keys. */
  within(keys: readonly string[]): Prisma.Sql;
};

function groupingOf({ group }: IssueListQuery): Grouping {
  if (group === "mistake")
    return {
      key: Prisma.sql`issue."mistakeKey"`,
      within: (keys) => Prisma.sql`issue."mistakeKey" = ANY(${keys}::bigint[])`,
    };
  return {
    key: Prisma.sql`(issue."siteId" || ' ' || issue."firstUrl") COLLATE "C"`,
    // The address alone leaves few rows, whose keys are then compared.
    within: (keys) => {
      const urls = keys.map((key) => key.slice(key.indexOf(" ") + 1));
      return Prisma.sql`issue."firstUrl" = ANY(${urls}) AND issue."siteId" || ' ' || issue."firstUrl" = ANY(${keys})`;
    },
  };
}

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
  if (sort === "page") return Prisma.sql`min(issue."firstUrl") COLLATE "C"`;
  if (sort === "a-z") return Prisma.sql`min(issue."sortKey") COLLATE "C"`;
  if (sort === "newest") return Prisma.sql`max(issue."openedAt") DESC`;
  return Prisma.sql`max(issue."weight") DESC`;
}
