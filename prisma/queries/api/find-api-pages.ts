import { type Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { ListedPage } from "#worker/core/view/pages/listed-page.ts";
import type { PageState } from "#worker/core/view/pages/page-state.ts";
import { listedPages, readListed } from "../pages/listed-page-view.ts";
import { requireApiSite } from "./require-api-site.ts";

type Wanted = { teamId: TeamScope; siteId: string; state: PageState | undefined; after: string | null; take: number };

/** Returns a stretch of a Site's Pages by id. @throws DomainError `not-found` when the Team has no such Site. */
export async function findApiPages(db: Database, { teamId, siteId, state, after, take }: Wanted): Promise<ListedPage[]> {
  await requireApiSite(db, { teamId, siteId });
  // In an order that no index has: PostgreSQL would read the pages of all sites by their ids until it has enough of this one.
  return readListed(
    db,
    Prisma.sql`SELECT * FROM ${listedPages(teamId)} WHERE "siteId" = ${siteId}
      AND (${state ?? null}::text IS NULL OR "state" = ${state ?? null}) AND (${after}::text IS NULL OR "id" COLLATE "C" > ${after})
      ORDER BY "id" COLLATE "C" LIMIT ${take}`,
  );
}

/** Returns one Page of a Team; null if it has no such Page. */
export async function findApiPage(
  db: Database,
  { teamId, pageId }: { teamId: TeamScope; pageId: string },
): Promise<ListedPage | null> {
  const [page] = await readListed(db, Prisma.sql`SELECT * FROM ${listedPages(teamId)} WHERE "id" = ${pageId}`);
  return page ?? null;
}
