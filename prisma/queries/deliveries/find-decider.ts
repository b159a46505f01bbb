import type { Database } from "#prisma/client.ts";
import { may } from "#worker/core/people/rights.ts";
import { mayDecide } from "../people/may-decide.ts";

type Mailed = { email: string; siteId: string | null; teamId: string | null };

/**
 * Returns the User whom a report is mailed to and who may decide about its Issues; null for an address that is no Member's, or a viewer's. In a
 * summary of several Sites, the page of each Issue checks its Site again.
 */
export async function findDecider(db: Database, { email, siteId, teamId }: Mailed): Promise<string | null> {
  if (siteId === null && teamId === null) return null;
  const member = await db.member.findFirst({
    where: {
      user: { email, emailVerified: true },
      team: siteId === null ? { id: teamId ?? "" } : { sites: { some: { id: siteId } } },
    },
  });
  if (!member) return null;
  const { userId, role } = member;
  const isDecider = siteId === null ? may({ role, teamId: member.teamId }, "issues.decide") : mayDecide(member, siteId);
  return isDecider ? userId : null;
}
