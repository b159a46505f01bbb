import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

/** Records that the question about a Site's own words was answered, so that the report stops asking it. @throws DomainError `not-found`. */
export async function answerOwnWords(
  db: Database,
  { teamId, siteId, now }: { teamId: TeamScope; siteId: string; now: Date },
): Promise<void> {
  const { count } = await db.site.updateMany({ where: { id: siteId, ...sitesOf(teamId) }, data: { ownWordsAnsweredAt: now } });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
