import type { Database } from "#prisma/client.ts";
import { OF_A_CUSTOMER } from "../teams/customer-teams.ts";

/** Something that an operator searched for, with the Team that it belongs to. */
export type Found = { kind: "team" | "site" | "person"; id: string; name: string; about: string; teamId: string; team: string };

const SHOWN = 20;

/**
 * Finds Teams, Sites and people by a part of a name or address, or by an id; at most 20 of each. A person with several Teams comes once for each.
 */
export async function findAnything(db: Database, text: string): Promise<Found[]> {
  const contains = { contains: text.replaceAll(/[%_\\]/g, "\\$&"), mode: "insensitive" as const };
  const order = { orderBy: { createdAt: "desc" as const }, take: SHOWN };
  const [teams, sites, members] = await Promise.all([
    db.team.findMany({
      where: { id: OF_A_CUSTOMER, OR: [{ id: text }, { name: contains }, { stripeCustomerId: text }] },
      ...order,
      select: { id: true, name: true, plan: true },
    }),
    db.site.findMany({
      where: { teamId: OF_A_CUSTOMER, OR: [{ id: text }, { name: contains }, { startUrl: contains }] },
      ...order,
      select: { id: true, name: true, startUrl: true, team: { select: { id: true, name: true } } },
    }),
    db.member.findMany({
      where: { user: { OR: [{ id: text }, { name: contains }, { email: contains }] } },
      ...order,
      select: { role: true, user: { select: { id: true, email: true } }, team: { select: { id: true, name: true } } },
    }),
  ]);
  return [
    ...teams.map(({ id, name, plan }) => ({ kind: "team" as const, id, name, about: plan, teamId: id, team: name })),
    ...members.map(({ role, user, team }) => ({
      kind: "person" as const,
      ...{ id: user.id, name: user.email, about: role, teamId: team.id, team: team.name },
    })),
    ...sites.map(({ id, name, startUrl, team }) => ({
      kind: "site" as const,
      ...{ id, name, about: startUrl, teamId: team.id, team: team.name },
    })),
  ];
}
