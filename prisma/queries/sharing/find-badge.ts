import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { BadgeState } from "#worker/core/report/outside/badge-svg.ts";
import { totalOpen } from "#worker/core/view/quality/open-words.ts";
import { countOpen, nothingOpen } from "../figures/count-open.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** Returns what a Site's badge says: the number of open Issues that its page shows. */
export async function findBadge(db: Database, { teamId, siteId }: { teamId: TeamScope; siteId: string }): Promise<BadgeState> {
  const finished = await db.crawl.findFirst({
    where: { siteId, site: sitesOf(teamId), state: "finished" },
    select: { id: true },
  });
  if (!finished) return "not-read";
  const counts = await countOpen(db, { teamId, siteId });
  return { open: totalOpen((counts.get(siteId) ?? nothingOpen()).open) };
}
