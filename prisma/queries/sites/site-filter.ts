import { Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";

/** Returns the condition for the Sites that a Member sees. It may be spread beside an `id`, which it does not replace. */
export function sitesOf(scope: TeamScope) {
  if (typeof scope === "string") return { teamId: scope };
  return { teamId: scope.teamId, AND: { id: { in: [...scope.siteIds] } } };
}

/** Returns the same condition in SQL, for a query in which the table "Site" is called `site`. */
export function sqlSitesOf(scope: TeamScope): Prisma.Sql {
  if (typeof scope === "string") return Prisma.sql`site."teamId" = ${scope}`;
  return Prisma.sql`(site."teamId" = ${scope.teamId} AND site."id" = ANY(${[...scope.siteIds]}::text[]))`;
}
