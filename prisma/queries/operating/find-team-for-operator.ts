import type { Database } from "#prisma/client.ts";
import { findTeamCosts, type SiteCost } from "./find-costly-sites.ts";

const SHOWN_SITES = 200;

/**
 * Returns a Team as operators see it: facts and counts. It has no secret (sign-ins, tokens, addresses of channels, links) and no text of a page.
 * Null if there is no such Team.
 */
export async function findTeamForOperator(db: Database, { teamId, now }: { teamId: string; now: Date }) {
  const team = await db.team.findUnique({
    where: { id: teamId },
    select: {
      ...{ id: true, name: true, plan: true, createdAt: true, heldAt: true, heldReason: true, proTrialEndsAt: true },
      subscription: { omit: { teamId: true, id: true, updatedAt: true } },
      members: {
        orderBy: { createdAt: "asc" },
        select: {
          role: true,
          allSites: true,
          user: { select: { id: true, email: true, twoFactor: { select: { confirmedAt: true } } } },
        },
      },
      sites: {
        orderBy: [{ name: "asc" }, { id: "asc" }],
        take: SHOWN_SITES,
        select: {
          ...{ id: true, name: true, startUrl: true, pausedBy: true, heldAt: true, heldReason: true, failedDays: true },
          ...{ nextCrawlAt: true, provenAt: true },
          _count: {
            select: {
              pages: { where: { gone: false } },
              issues: { where: { state: { in: ["open", "reopened"] } } },
              recipients: true,
            },
          },
          crawls: {
            where: { reason: { not: "page" } },
            orderBy: { queuedAt: "desc" },
            take: 1,
            select: { state: true, queuedAt: true, finishedAt: true, failureMessage: true },
          },
        },
      },
      _count: { select: { sites: true, channels: { where: { removedAt: null } }, apiTokens: true, words: true } },
    },
  });
  if (!team) return null;
  const { subscription, members, sites, _count, ...facts } = team;
  const [costs, mails] = await Promise.all([findTeamCosts(db, { teamId, now }), countMails(db, teamId)]);
  const costOf = new Map<string, SiteCost>(costs.map((cost) => [cost.siteId, cost]));
  return {
    ...facts,
    subscription,
    counts: _count,
    mails,
    members: members.map(({ user, ...member }) => ({
      ...member,
      id: user.id,
      email: user.email,
      hasTwoFactor: Boolean(user.twoFactor?.confirmedAt),
    })),
    sites: sites.map(({ crawls, _count: counts, ...site }) => ({
      ...site,
      counts,
      last: crawls[0] ?? null,
      cost: costOf.get(site.id) ?? null,
    })),
  };
}

export type OperatorTeam = NonNullable<Awaited<ReturnType<typeof findTeamForOperator>>>;

/** Counts the mails about a Team's Sites that wait, and those that were refused. */
async function countMails(db: Database, teamId: string): Promise<{ waiting: number; refused: number }> {
  const ofTeam = { OR: [{ teamId }, { site: { teamId } }] };
  const [waiting, refused] = await Promise.all([
    db.delivery.count({ where: { ...ofTeam, state: { in: ["pending", "sending"] } } }),
    db.delivery.count({ where: { ...ofTeam, state: "refused" } }),
  ]);
  return { waiting, refused };
}
