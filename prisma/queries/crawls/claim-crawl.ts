import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import type { CrawlReason } from "#prisma/generated/enums.ts";
import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { type LearnedTrap, learnedTrapSchema } from "#worker/core/crawl/learned-trap.ts";
import { type RenderProofs, renderProofsSchema } from "#worker/core/page/rendering/render-proof.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";
import { isSwitchedOn } from "../operating/is-switched-on.ts";

/** Lifetime of a Crawl's lease. A worker that does not renew it in time loses the Crawl. */
export const LEASE_MS = 30_000;

/** A worker's claim on a Crawl. Each claim gets its own `attempt`; only the latest one may write. */
export type Claim = { crawlId: string; siteId: string; attempt: number };

export type ClaimedCrawl = Claim & {
  /** Number of times a worker died while running this Crawl. */
  losses: number;
  teamId: string;
  /** Span of the request that asked for it: see worker/telemetry/tracing.ts. */
  traceparent: string | null;
  reason: CrawlReason;
  startUrl: string;
  language: string;
  pageLimit: number;
  include: string[];
  exclude: string[];
  ignoredLinks: string[];
  styleRules: string[];
  maxDepth: number | null;
  learnedTraps: LearnedTrap[];
  renderProofs: RenderProofs;
  /** Token that verifies the site, and since when it has been verified. */
  proofToken: string;
  provenAt: Date | null;
  /** Days in a row on which the Site's Crawls failed. */
  failedDays: number;
  /** True if the Site's last Crawl failed because most pages were missing. */
  wasMissingPages: boolean;
  /** The only pages to visit; null: all of the Site. */
  onlyPages: FrontierEntry[] | null;
};

/**
 * Claims a Crawl that is queued or whose lease ran out. Returns null when another worker holds it or it has ended, and while it must wait
 * because crawls are switched off or an operator paused its Site. Concurrent calls: one wins.
 */
export async function claimCrawl(db: Database, crawlId: string, now: Date): Promise<ClaimedCrawl | null> {
  if (await mustWait(db, crawlId)) return null;
  // The attempt must come from the claiming statement: a later read could return another worker's.
  const [taken] = await db.crawl.updateManyAndReturn({
    where: {
      id: crawlId,
      state: { in: ["queued", "running"] },
      OR: [{ leaseUntil: null }, { leaseUntil: { lt: now } }],
    },
    data: { state: "running", attempts: { increment: 1 }, leaseUntil: new Date(now.getTime() + LEASE_MS) },
    select: { attempts: true, givenBack: true },
  });
  if (!taken) return null;
  await db.crawl.updateMany({ where: { id: crawlId, startedAt: null }, data: { startedAt: now } });
  const { reason, onlyUrls, traceparent, site } = await db.crawl.findUniqueOrThrow({
    where: { id: crawlId },
    select: { reason: true, onlyUrls: true, traceparent: true, site: { include: { team: { select: { plan: true } } } } },
  });
  const { startUrl, language, include, exclude, ignoredLinks, styleRules, maxDepth } = site;
  return {
    crawlId,
    siteId: site.id,
    attempt: taken.attempts,
    losses: taken.attempts - 1 - taken.givenBack,
    teamId: site.teamId,
    traceparent,
    reason,
    startUrl,
    language,
    include,
    exclude,
    ignoredLinks,
    styleRules,
    maxDepth,
    learnedTraps: z.array(learnedTrapSchema).parse(site.traps),
    pageLimit: withinPlan(site.pageLimit, site.team.plan),
    renderProofs: renderProofsSchema.parse(site.renderProofs),
    proofToken: site.proofToken,
    provenAt: site.provenAt,
    failedDays: site.failedDays,
    wasMissingPages: await wasMissingPages(db, site.id),
    onlyPages: reason === "page" ? await findEntries(db, site.id, onlyUrls) : null,
  };
}

/** Returns true while crawls are switched off, and if an operator paused the Site or its Team. */
async function mustWait(db: Database, crawlId: string): Promise<boolean> {
  if (!(await isSwitchedOn(db, "crawls"))) return true;
  const isHeld = { OR: [{ heldAt: { not: null } }, { team: { heldAt: { not: null } } }] };
  return (await db.crawl.count({ where: { id: crawlId, site: isHeld } })) > 0;
}

/** Returns true if the Site's last Crawl of all pages failed because most of them were missing. */
async function wasMissingPages(db: Database, siteId: string): Promise<boolean> {
  const last = await db.crawl.findFirst({
    where: { siteId, state: { in: ["finished", "failed"] }, reason: { not: "page" } },
    orderBy: { finishedAt: "desc" },
    select: { failureCode: true },
  });
  return last?.failureCode === "pages-missing";
}

/** Returns addresses with the depth of the Pages there. A new one counts as near, because a person named it. */
async function findEntries(db: Database, siteId: string, urls: string[]): Promise<FrontierEntry[]> {
  const pages = await db.page.findMany({ where: { siteId, url: { in: urls } }, select: { url: true, depth: true } });
  const depths = new Map(pages.map(({ url, depth }) => [url, depth]));
  return urls.map((url) => ({ url, depth: depths.get(url) ?? 1, source: "known" }));
}

function withinPlan(pageLimit: number, plan: PlanId): number {
  return Math.min(pageLimit, PLANS[plan].pagesPerSite);
}
