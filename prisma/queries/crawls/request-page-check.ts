import type { Database, Transaction } from "#prisma/client.ts";
import { enqueueCrawl, type Queue } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { isProvenSite, UNPROVEN_PAGES } from "#worker/core/ownership/is-proven.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import type { Plan } from "#worker/core/plans.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { addressesOnSite } from "#worker/core/url/addresses-on-site.ts";
import { makeScope } from "#worker/core/url/scope.ts";
import { currentLogContext } from "#worker/telemetry/log-context.ts";
import { requireSwitchedOn } from "../operating/is-switched-on.ts";
import { requireSiteNotHeld } from "../operating/require-not-held.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { lockTeam } from "../teams/lock-team.ts";

/** `allowedPrivateHosts`: hosts that count as verified. */
type Dependencies = { db: Database; queue: Queue; allowedPrivateHosts: readonly string[]; now: Date };
/** A Page by its id, or an address as a person typed it. */
type Wanted = { teamId: TeamScope; siteId: string } & ({ pageId: string } | { typed: string });
type SiteRow = Awaited<ReturnType<typeof findSiteToCheck>>;

const HOUR_MS = 3_600_000;

/**
 * Queues a check of one page, or returns the one under way for it. It may run beside a Crawl of the whole Site.
 * @throws DomainError `not-found`, `invalid-input` for an address that is not on the Site, `conflict` when the Site is paused or was never
 * crawled, `unavailable` while crawls are switched off, `plan-limit` beyond the Team's number an hour or the Site's number of pages.
 */
export async function requestPageCheck(
  { db, queue, allowedPrivateHosts, now }: Dependencies,
  wanted: Wanted,
): Promise<{ crawlId: string }> {
  return db.$transaction(async (tx) => {
    const { teamId, siteId } = wanted;
    const plan = await lockTeam(tx, teamId);
    const site = await findSiteToCheck(tx, wanted);
    await requireSiteNotHeld(tx, siteId);
    await requireSwitchedOn(tx, "crawls");
    const { url, isKnown } = "pageId" in wanted ? await addressOfPage(tx, wanted) : await addressTyped(tx, site, wanted.typed);
    const current = await tx.crawl.findFirst({
      where: { siteId, reason: "page", state: { in: ["queued", "running"] }, onlyUrls: { has: url } },
      select: { id: true },
    });
    if (current) return { crawlId: current.id };
    await requireChecksLeft(tx, { teamId, plan, now });
    if (!isKnown) await requirePlaceLeft(tx, site, { plan, allowedPrivateHosts });
    const traceparent = currentLogContext().traceparent ?? null;
    const data = { siteId, reason: "page" as const, onlyUrls: [url], queuedAt: now, traceparent };
    const crawl = await tx.crawl.create({ data, select: { id: true, reason: true } });
    await enqueueCrawl(queue, tx, crawl);
    return { crawlId: crawl.id };
  });
}

async function findSiteToCheck(tx: Transaction, { teamId, siteId }: { teamId: TeamScope; siteId: string }) {
  const site = await tx.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) } });
  if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
  if (site.pausedBy) throw new DomainError("conflict", "This site is paused. Resume it in its settings first.");
  const finished = await tx.crawl.count({ where: { siteId, state: "finished", reason: { not: "page" } } });
  if (finished === 0)
    throw new DomainError("conflict", "The first crawl of this site has not finished yet. Check the page when it has.");
  return site;
}

type Address = { url: string; isKnown: boolean };

async function addressOfPage(tx: Transaction, { siteId, pageId }: { siteId: string; pageId: string }): Promise<Address> {
  const page = await tx.page.findFirst({ where: { id: pageId, siteId }, select: { url: true } });
  if (!page) throw new DomainError("not-found", "This page is no longer on record.");
  return { url: page.url, isKnown: true };
}

/** A page on record is found with or without `www.`, https and the slash at its end. */
async function addressTyped(tx: Transaction, site: SiteRow, typed: string): Promise<Address> {
  const isInScope = makeScope(site);
  const { likely, others } = addressesOnSite(typed, site.startUrl);
  const pages = await tx.page.findMany({
    where: { siteId: site.id, url: { in: [likely, ...others] } },
    select: { url: true, gone: true },
  });
  const known = [...pages].sort(
    (one, other) => Number(one.gone) - Number(other.gone) || Number(other.url === likely) - Number(one.url === likely),
  )[0];
  const url = known?.url ?? likely;
  if (!isInScope(url))
    throw new DomainError(
      "invalid-input",
      "This address is outside the part of the site that we crawl. Change that part in the settings.",
    );
  return { url, isKnown: known !== undefined && !known.gone };
}

async function requireChecksLeft(
  tx: Transaction,
  { teamId, plan, now }: { teamId: TeamScope; plan: Plan; now: Date },
): Promise<void> {
  const since = new Date(now.getTime() - HOUR_MS);
  const checks = await tx.crawl.count({ where: { site: { teamId: teamOf(teamId) }, reason: "page", queuedAt: { gt: since } } });
  if (checks >= plan.pageChecksPerHour)
    throw new DomainError("plan-limit", `Your plan allows ${plan.pageChecksPerHour} page checks an hour. Try again later.`);
}

async function requirePlaceLeft(
  tx: Transaction,
  site: SiteRow,
  { plan, allowedPrivateHosts }: { plan: Plan; allowedPrivateHosts: readonly string[] },
): Promise<void> {
  const isProven = isProvenSite(site, allowedPrivateHosts);
  const most = Math.min(site.pageLimit, plan.pagesPerSite, isProven ? Number.POSITIVE_INFINITY : UNPROVEN_PAGES);
  if ((await tx.page.count({ where: { siteId: site.id, gone: false } })) < most) return;
  throw new DomainError(
    "plan-limit",
    `This page is new to us, and we already read ${formatCount(most)} pages of this site, which is its limit.`,
  );
}
