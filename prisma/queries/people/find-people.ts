import type { Database } from "#prisma/client.ts";
import type { Role } from "#worker/core/people/rights.ts";

/** A Member as the screen of people shows them. */
export type PersonView = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  allSites: boolean;
  siteIds: string[];
  joinedAt: Date;
};

/** An invitation that was not accepted. */
export type OpenInvitation = {
  id: string;
  email: string;
  role: Role;
  allSites: boolean;
  siteIds: string[];
  expiresAt: Date;
  isExpired: boolean;
};

export type People = {
  teamName: string;
  people: PersonView[];
  invitations: OpenInvitation[];
  sites: { id: string; name: string }[];
};

/** Returns a Team's Members by name, its open invitations, the newest first, and its Sites. */
export async function findPeople(db: Database, { teamId, now }: { teamId: string; now: Date }): Promise<People> {
  const team = await db.team.findUniqueOrThrow({
    where: { id: teamId },
    select: {
      name: true,
      members: { include: { user: { select: { name: true, email: true } } } },
      invitations: { where: { acceptedAt: null }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] },
      sites: { orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true } },
    },
  });
  const present = new Set(team.sites.map(({ id }) => id));
  const order = new Intl.Collator("en");
  const people = team.members.map(({ userId, user, role, allSites, siteIds, createdAt }) => ({
    ...{ userId, name: user.name || user.email, email: user.email, role, allSites },
    ...{ siteIds: siteIds.filter((id) => present.has(id)), joinedAt: createdAt },
  }));
  return {
    teamName: team.name,
    people: people.sort((one, other) => order.compare(one.name, other.name) || order.compare(one.userId, other.userId)),
    invitations: team.invitations.map(({ id, email, role, allSites, siteIds, expiresAt }) => ({
      ...{ id, email, role, allSites, siteIds: siteIds.filter((siteId) => present.has(siteId)) },
      ...{ expiresAt, isExpired: expiresAt <= now },
    })),
    sites: team.sites,
  };
}
