import "server-only";
import { type NewActivity, recordActivity } from "#prisma/queries/people/record-activity.ts";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { log } from "#worker/log.ts";
import { getDatabase } from "../database.ts";

type Noted = Omit<NewActivity, "teamId" | "userId" | "now">;

/**
 * Adds what a member has just done to the activity list. It runs after the change, which stays if this fails: the fault is logged, since the
 * member must not read that nothing was changed.
 */
export async function noteActivity({ teamId, userId }: Pick<Member, "teamId" | "userId">, noted: Noted): Promise<void> {
  try {
    await recordActivity(getDatabase(), { ...noted, teamId: teamOf(teamId), userId, now: new Date() });
  } catch (error) {
    log.error({ err: error, kind: noted.kind }, "an activity is missing from the list");
  }
}

/** Returns the Site of an activity that concerns one Site, or all if it is null. */
export function activitySite(siteId: string | null): { siteId?: string } {
  return siteId === null ? {} : { siteId };
}
