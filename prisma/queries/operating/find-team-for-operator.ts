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
  const [costs, mails, countsOf] = await Promise.all([
    findTeamCosts(db, { teamId, now }),
    countMails(db, teamId),
    countInSites(
      db,
      sites.map(({ id }) => id),
    ),
  ]);
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
    sites: sites.map(({ crawls, ...site }) => ({
      ...site,
      counts: countsOf(site.id),
      last: crawls[0] ?? null,
      cost: costOf.get(site.id) ?? null,
    })),
  };
}

export type OperatorTeam = NonNullable<Awaited<ReturnType<typeof findTeamForOperator>>>;

/** Counts what these Sites have. Not as `_count` of the Sites, for which Prisma would group the pages and Issues of all. */
async function countInSites(db: Database, siteIds: string[]) {
  const ofSites = { siteId: { in: siteIds } };
  const [pages, issues, recipients] = await Promise.all([
    db.page.groupBy({ by: ["siteId"], where: { ...ofSites, gone: false }, _count: true }),
    db.issue.groupBy({ by: ["siteId"], where: { ...ofSites, state: { in: ["open", "reopened"] } }, _count: true }),
    db.recipient.groupBy({ by: ["siteId"], where: ofSites, _count: true }),
  ]);
  const counter = (rows: { siteId: string; _count: number }[]) => {
    const countOf = new Map(rows.map(({ siteId, _count }) => [siteId, _count]));
    return (siteId: string) => countOf.get(siteId) ?? 0;
  };
  const [pagesOf, issuesOf, recipientsOf] = [counter(pages), counter(issues), counter(recipients)];
  return (siteId: string) => ({ pages: pagesOf(siteId), issues: issuesOf(siteId), recipients: recipientsOf(siteId) });
}

/** Counts the mails about a Team's Sites that wait, and those that were refused. */
async function countMails(db: Database, teamId: string): Promise<{ waiting: number; refused: number }> {
  const ofTeam = { OR: [{ teamId }, { site: { teamId } }] };
  const [waiting, refused] = await Promise.all([
    db.delivery.count({ where: { ...ofTeam, state: { in: ["pending", "sending"] } } }),
    db.delivery.count({ where: { ...ofTeam, state: "refused" } }),
  ]);
  return { waiting, refused };
}
