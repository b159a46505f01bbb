import type { Database } from "#prisma/client.ts";
import type { Role } from "#worker/core/people/rights.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";

export type MemberView = { userId: string; name: string; email: string; role: Role };

/**
 * Returns a Team's Members in alphabetical order, for menus and for the names of those who did something. Whoever sees some Sites only sees the
 * people of these Sites only: two clients of an agency do not learn of each other.
 */
export async function findMembers(db: Database, scope: TeamScope): Promise<MemberView[]> {
  const members = await db.member.findMany({
    where: {
      teamId: teamOf(scope),
      ...(typeof scope === "string" ? {} : { OR: [{ allSites: true }, { siteIds: { hasSome: [...scope.siteIds] } }] }),
    },
    select: { userId: true, role: true, user: { select: { name: true, email: true } } },
  });
  const order = new Intl.Collator("en");
  return members
    .map(({ userId, role, user: { name, email } }) => ({ userId, role, name: name || email, email }))
    .sort((one, other) => order.compare(one.name, other.name) || order.compare(one.email, other.email));
}
