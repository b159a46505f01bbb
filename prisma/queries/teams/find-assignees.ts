import type { Database } from "#prisma/client.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { findMembers, type MemberView } from "./find-members.ts";

/** `siteIds`: the Sites of the Issues that are to be assigned. */
type Wanted = { teamId: TeamScope; siteIds: readonly string[] };

/** Returns the Members who see all of these Sites, in alphabetical order: Issues can be assigned to them. */
export async function findAssignees(db: Database, { teamId, siteIds }: Wanted): Promise<MemberView[]> {
  const [members, seeing] = await Promise.all([
    findMembers(db, teamId),
    db.member.findMany({
      where: { teamId: teamOf(teamId), OR: [{ allSites: true }, { siteIds: { hasEvery: [...siteIds] } }] },
      select: { userId: true },
    }),
  ]);
  const ids = new Set(seeing.map(({ userId }) => userId));
  return members.filter(({ userId }) => ids.has(userId));
}
