import type { ApiCaller } from "#prisma/queries/api/admit-api-caller.ts";
import { type NewActivity, recordActivity } from "#prisma/queries/people/record-activity.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { log } from "#worker/log.ts";
import type { ApiDependencies } from "./answer-api.ts";

type Noted = Omit<NewActivity, "teamId" | "userId" | "now">;

/** Adds what a program has just done to the activity list, as of the person who created its token. The change stays if this fails. */
export async function noteApiActivity(
  { db, now }: ApiDependencies,
  { teamId, userId }: ApiCaller,
  noted: Noted,
): Promise<void> {
  try {
    await recordActivity(db, { ...noted, teamId: teamOf(teamId), userId, now });
  } catch (error) {
    log.error({ err: error, kind: noted.kind }, "an activity is missing from the list");
  }
}
