import type { Database } from "#prisma/client.ts";
import type { Role } from "#worker/core/people/rights.ts";

export type TeamView = { id: string; name: string; role: Role };

/** Returns the Teams of a person, in the order in which they joined. */
export async function findTeams(db: Database, userId: string): Promise<TeamView[]> {
  const members = await db.member.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { teamId: "asc" }],
    select: { role: true, team: { select: { id: true, name: true } } },
  });
  return members.map(({ role, team }) => ({ ...team, role }));
}

/** Returns the Team that has a Site, if this person is in it and may see the Site; null otherwise. */
export async function findTeamOfSite(
  db: Database,
  { userId, siteId }: { userId: string; siteId: string },
): Promise<{ id: string; name: string } | null> {
  return db.team.findFirst({
    where: {
      sites: { some: { id: siteId } },
      members: { some: { userId, OR: [{ allSites: true }, { siteIds: { has: siteId } }] } },
    },
    select: { id: true, name: true },
  });
}
