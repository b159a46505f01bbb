import type { Database } from "#prisma/client.ts";
import type { BadgeState } from "#worker/core/report/outside/badge-svg.ts";
import { totalOpen } from "#worker/core/view/quality/open-words.ts";
import { countOpen, nothingOpen } from "../figures/count-open.ts";

/** Returns what a Site's badge says: the number of open Issues that its page shows. */
export async function findBadge(db: Database, { teamId, siteId }: { teamId: string; siteId: string }): Promise<BadgeState> {
  const finished = await db.crawl.findFirst({ where: { siteId, site: { teamId }, state: "finished" }, select: { id: true } });
  if (!finished) return "not-read";
  const counts = await countOpen(db, { teamId, siteId });
  return { open: totalOpen((counts.get(siteId) ?? nothingOpen()).open) };
}
