import type { Database, Transaction } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import { crawlMinute } from "#worker/core/schedule/crawl-minute.ts";
import { nextCrawlAt } from "#worker/core/schedule/next-crawl-at.ts";
import { plural } from "#worker/core/text/plural.ts";
import { TRIAL_TEAM_ID } from "#worker/core/trial/trial-limits.ts";
import { requireTeamNotHeld } from "../operating/require-not-held.ts";
import { DAILY_HOUR } from "../sites/add-site.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { addTrialSite } from "./add-trial-site.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** `email`: the verified address of the member who keeps the Site; it gets the reports. */
type Wanted = { token: string; teamId: string; email: string; timeZone: string };

/**
 * Moves the Site of a trial, with all that was read and found, to a Team. Its Crawl goes on as the first one where the trial ended, so no
 * page is read again. Other visitors with the same result get a new Site, which is read again for them. Returns null if the trial is
 * unknown or has expired.
 * @throws DomainError `plan-limit` when the Plan allows no more active Sites, `conflict` when an operator paused the Team.
 */
export async function keepTrial({ db, queue, now }: Dependencies, wanted: Wanted): Promise<{ siteId: string } | null> {
  const { token, teamId, email, timeZone } = wanted;
  return db.$transaction(async (tx) => {
    const plan = await lockTeam(tx, teamId);
    await requireTeamNotHeld(tx, teamId);
    const trial = await lockTrial(tx, token, now);
    if (!trial) return null;
    const { siteId, visitor, site } = trial;
    const known = await tx.site.findFirst({ where: { teamId, startUrl: site.startUrl }, select: { id: true } });
    if (known) return { siteId: known.id };
    if ((await tx.site.count({ where: { teamId, pausedBy: null } })) >= plan.sites)
      throw new DomainError("plan-limit", `Your plan includes ${plural(plan.sites, "site")}. Change your plan to add another.`);
    const clock = { timeZone, crawlHour: DAILY_HOUR, crawlMinute: crawlMinute(site.startUrl) };
    const last = await tx.issueEvent.findFirst({ where: { siteId }, orderBy: { id: "desc" }, select: { id: true } });
    const recipient = { email: email.toLowerCase(), confirmedAt: now, token: makeToken(), toldUpTo: last?.id ?? 0n };
    await tx.site.update({
      where: { id: siteId },
      data: {
        ...{ teamId, ...clock, pausedBy: null, pageLimit: plan.pagesPerSite, createdAt: now },
        nextCrawlAt: nextCrawlAt(clock, now),
        recipients: { create: recipient },
      },
    });
    await leaveToOthers(tx, queue, { siteId, visitor, ...site, now });
    await continueCrawl(tx, queue, siteId, now);
    return { siteId };
  });
}

/** Locks the Site of a trial, so that two visitors cannot both get it. Read again afterwards: another one may have. */
async function lockTrial(tx: Transaction, token: string, now: Date) {
  const find = () =>
    tx.trial.findFirst({
      where: { tokenHash: hashToken(token), expiresAt: { gt: now }, site: { teamId: TRIAL_TEAM_ID } },
      select: { siteId: true, visitor: true, site: { select: { startUrl: true, name: true } } },
    });
  const found = await find();
  if (!found) return null;
  await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${found.siteId} FOR UPDATE`;
  const trial = await find();
  // Another visitor has kept the Site meanwhile, and this trial has a new one: locking that as well.
  if (trial && trial.siteId !== found.siteId) await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "id" = ${trial.siteId} FOR UPDATE`;
  return trial;
}

type Left = { siteId: string; visitor: string; startUrl: string; name: string; now: Date };

/** Deletes this visitor's trials of a Site. If others have a result of it, it is read again for them under their addresses. */
async function leaveToOthers(tx: Transaction, queue: Queue, { siteId, visitor, ...site }: Left): Promise<void> {
  await tx.trial.deleteMany({ where: { siteId, visitor } });
  const others = await tx.trial.count({ where: { siteId, expiresAt: { gt: site.now } } });
  if (others === 0) return;
  const ofOthers = await addTrialSite(tx, queue, site);
  await tx.trial.updateMany({ where: { siteId }, data: { siteId: ofOthers } });
}

/** Continues the Crawl of a trial as the first Crawl of the whole Site. A worker that runs it notices within seconds, and stops. */
async function continueCrawl(tx: Transaction, queue: Queue, siteId: string, now: Date): Promise<void> {
  const ofTrial = { siteId, reason: "trial" as const };
  // Counts as given back by its worker, if it had one: no worker died of it.
  await tx.crawl.updateMany({ where: { ...ofTrial, attempts: { gt: 0 } }, data: { givenBack: { increment: 1 } } });
  const continued = await tx.crawl.updateManyAndReturn({
    where: ofTrial,
    data: {
      reason: "first",
      state: "queued",
      queuedAt: now,
      ...{ finishedAt: null, leaseUntil: null, waitsFor: null, failureCode: null, failureMessage: null },
    },
    select: { id: true, reason: true },
  });
  for (const crawl of continued) await enqueueCrawl(queue, tx, crawl);
}
