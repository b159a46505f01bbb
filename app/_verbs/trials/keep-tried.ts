import "server-only";
import { getDatabase } from "#app/_lib/database.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { keepTrial } from "#prisma/queries/trials/keep-trial.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Moves the Site of a trial to the member's Team. Returns the path of the Site; null if the result has expired. */
export async function keepTried(tried: { token: string; timeZone: string }): Promise<string | null> {
  const member = await requireMember("sites.add");
  const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
  const kept = await keepTrial(dependencies, { ...tried, teamId: teamOf(member.teamId), email: member.email });
  if (kept) await noteActivity(member, { kind: "site_added", siteId: kept.siteId });
  return kept && `/sites/${kept.siteId}`;
}
