import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import type { CrawlReason } from "#prisma/generated/enums.ts";
import { type LearnedTrap, learnedTrapSchema } from "#worker/core/crawl/learned-trap.ts";
import { type RenderProofs, renderProofsSchema } from "#worker/core/page/rendering/render-proof.ts";
import { PLANS, type PlanId } from "#worker/core/plans.ts";

/** How long a worker that stopped giving signs of life keeps a Crawl for itself. */
export const LEASE_MS = 30_000;

/** A Crawl that one worker has for itself. `attempt` distinguishes this taking from earlier ones: only the latest may write. */
export type Claim = { crawlId: string; siteId: string; attempt: number };

export type ClaimedCrawl = Claim & {
  /** Times that its worker fell silent before. */
  losses: number;
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
  /** What proves that the site is its owner's, and since when it does. */
  proofToken: string;
  provenAt: Date | null;
};

/**
 * Takes a Crawl that is queued, or whose worker gave no sign of life for too long. Null when another worker has it, or when it is over. One
 * worker at a time gets it, however many ask.
 */
export async function claimCrawl(db: Database, crawlId: string, now: Date): Promise<ClaimedCrawl | null> {
  // The attempt comes back from the very statement that takes the Crawl: read later, it could be another worker's.
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
  const { reason, site } = await db.crawl.findUniqueOrThrow({
    where: { id: crawlId },
    select: { reason: true, site: { include: { team: { select: { plan: true } } } } },
  });
  const { startUrl, language, include, exclude, ignoredLinks, styleRules, maxDepth } = site;
  return {
    crawlId,
    siteId: site.id,
    attempt: taken.attempts,
    losses: taken.attempts - 1 - taken.givenBack,
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
  };
}

function withinPlan(pageLimit: number, plan: PlanId): number {
  return Math.min(pageLimit, PLANS[plan].pagesPerSite);
}
