import type { Database, Prisma } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

const SITE_COLUMNS = {
  id: true,
  name: true,
  startUrl: true,
  language: true,
  timeZone: true,
  crawlHour: true,
  crawlMinute: true,
  pageLimit: true,
  maxDepth: true,
  include: true,
  exclude: true,
  ignoredLinks: true,
  styleRules: true,
  pausedBy: true,
  nextCrawlAt: true,
  failedDays: true,
  provenAt: true,
  proofMisses: true,
  createdAt: true,
  editPattern: true,
  ownWordsAnsweredAt: true,
  heldAt: true,
  heldReason: true,
} as const;

export type SiteView = Prisma.SiteGetPayload<{ select: typeof SITE_COLUMNS }>;

/** Returns one Site with its settings; null when the Team has no such Site. */
export async function findSite(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<SiteView | null> {
  return db.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: SITE_COLUMNS });
}
