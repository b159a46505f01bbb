import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { QualityFigures } from "#worker/core/view/quality/quality-score.ts";
import { sitesOf } from "../sites/site-filter.ts";
import { countOpen, nothingOpen } from "./count-open.ts";

/**
 * Returns a Site's figures for its quality score: words and links of the last measured Crawl, and what is open now. Null if no
 * Crawl was measured, or the Team has no such Site.
 */
export async function findQuality(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<QualityFigures | null> {
  const [crawl, counts] = await Promise.all([
    db.crawl.findFirst({
      where: { siteId, site: sitesOf(teamId), state: "finished", words: { not: null } },
      orderBy: [{ queuedAt: "desc" }, { id: "desc" }],
      select: { words: true, linksChecked: true },
    }),
    countOpen(db, { teamId, siteId }),
  ]);
  if (!crawl || crawl.words === null) return null;
  const { mistakes, brokenLinks } = counts.get(siteId) ?? nothingOpen();
  return { words: crawl.words, links: crawl.linksChecked, mistakes, brokenLinks };
}
