import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { StyleRule } from "#worker/core/style-rules.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; styleRules: readonly StyleRule[] };

/**
 * Sets which style rules a Site's owner wants; the next Crawl checks its texts again.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function changeStyleRules(db: Database, { teamId, siteId, styleRules }: Wanted): Promise<void> {
  const { count } = await db.site.updateMany({
    where: { id: siteId, ...sitesOf(teamId) },
    data: { styleRules: [...styleRules] },
  });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
