import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; name: string; language: string };

/**
 * Changes a Site's name and language. @throws DomainError `not-found` when the Team has no such Site.
 */
export async function changeGeneralSettings(db: Database, { teamId, siteId, name, language }: Wanted): Promise<void> {
  const { count } = await db.site.updateMany({ where: { id: siteId, ...sitesOf(teamId) }, data: { name, language } });
  if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
}
