import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sitesOf } from "../sites/site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; isOn: boolean };

/**
 * Allows or forbids pictures of a Site while it has a sign-in. Where they are forbidden, those that it has are deleted.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function changeSignedInPictures(db: Database, { teamId, siteId, isOn }: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.site.updateMany({ where: { id: siteId, ...sitesOf(teamId) }, data: { pictureSignedIn: isOn } });
    if (count === 0) throw new DomainError("not-found", "This site is no longer in your list.");
    if (!isOn) await tx.picture.deleteMany({ where: { siteId, site: { signIn: { isNot: null } } } });
  });
}
