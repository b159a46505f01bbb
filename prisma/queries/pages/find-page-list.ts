import { type Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { ListedPage } from "#worker/core/view/pages/listed-page.ts";
import { PAGE_STATES, type PageState } from "#worker/core/view/pages/page-state.ts";
import { listedPages, readListed } from "./listed-page-view.ts";

/** `q`: part of the address or the title. `state` undefined: all. */
type Filter = { teamId: TeamScope; siteId: string; q: string; state: PageState | undefined };

/** One stretch of a Site's Pages. `counts`: those that `q` leaves, by state. */
export type PageList = { pages: ListedPage[]; counts: Record<PageState, number> };

/** Pages that are held in memory at a time. */
const BATCH = 1_000;

/** Returns a stretch of a Site's Pages by their addresses, and the numbers in each state. */
export async function findPageList(
  db: Database,
  { skip, take, ...filter }: Filter & { skip: number; take: number },
): Promise<PageList> {
  const [pages, groups] = await Promise.all([
    readListed(
      db,
      Prisma.sql`SELECT * FROM ${listedPages(filter.teamId)} WHERE ${matching(filter)} ORDER BY "url" LIMIT ${take} OFFSET ${skip}`,
    ),
    db.$queryRaw<{ state: PageState; count: bigint }[]>`
      SELECT "state", COUNT(*) AS "count" FROM ${listedPages(filter.teamId)}
      WHERE ${matching({ ...filter, state: undefined })} GROUP BY "state"`,
  ]);
  const countOf = new Map(groups.map(({ state, count }) => [state, Number(count)]));
  const [read = 0, unreadable = 0, leftOut = 0, gone = 0] = PAGE_STATES.map((state) => countOf.get(state));
  return { pages, counts: { read, unreadable, "left-out": leftOut, gone } };
}

/** Reads all Pages of a list in batches, by their addresses. */
export async function* findAllPages(db: Database, filter: Filter, batch = BATCH): AsyncGenerator<ListedPage[]> {
  let last: string | undefined;
  do {
    const isAfter = last === undefined ? Prisma.empty : Prisma.sql`AND "url" > ${last}`;
    const rows = await readListed(
      db,
      Prisma.sql`SELECT * FROM ${listedPages(filter.teamId)} WHERE ${matching(filter)} ${isAfter} ORDER BY "url" LIMIT ${batch}`,
    );
    if (rows.length > 0) yield rows;
    last = rows.length < batch ? undefined : rows.at(-1)?.url;
  } while (last !== undefined);
}

function matching({ siteId, q, state }: Filter): Prisma.Sql {
  const wanted = state ?? null;
  const has = (column: Prisma.Sql) => Prisma.sql`strpos(lower(${column}), lower(${q})) > 0`;
  return Prisma.sql`"siteId" = ${siteId} AND (${wanted}::text IS NULL OR "state" = ${wanted})
    AND (${q} = '' OR ${has(Prisma.sql`"url"`)} OR ${has(Prisma.sql`"title"`)})`;
}
