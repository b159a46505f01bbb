import { type Database, Prisma } from "#prisma/client.ts";
import type { Role } from "#worker/core/people/rights.ts";
import { allowsSite, type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";

/** `siteIds`: the Sites that they see, as far as the reader sees them too; null: all. */
export type MemberView = { userId: string; name: string; email: string; role: Role; siteIds: string[] | null };

type MemberRow = Omit<MemberView, "siteIds"> & { allSites: boolean; siteIds: string[] };

/**
 * Returns a Team's Members in alphabetical order, for menus and for the names of those who did something. Whoever sees some Sites only sees the
 * people of these Sites only: two clients of an agency do not learn of each other.
 */
export async function findMembers(db: Database, scope: TeamScope): Promise<MemberView[]> {
  const isLimited =
    typeof scope === "string"
      ? Prisma.empty
      : Prisma.sql`AND (member."allSites" OR member."siteIds" && ${[...scope.siteIds]}::text[])`;
  const members = await db.$queryRaw<MemberRow[]>`
    SELECT /* prepared */ member."userId", member."role"::text AS "role", member."allSites", member."siteIds", person."name", person."email"
    FROM "Member" AS member JOIN "User" AS person ON person."id" = member."userId"
    WHERE member."teamId" = ${teamOf(scope)} ${isLimited}`;
  const order = new Intl.Collator("en");
  return members
    .map(({ userId, role, allSites, siteIds, name, email }) => ({
      ...{ userId, role, name: name || email, email },
      siteIds: allSites ? null : siteIds.filter((id) => allowsSite(scope, id)),
    }))
    .sort((one, other) => order.compare(one.name, other.name) || order.compare(one.email, other.email));
}
