import "server-only";
import { getDatabase } from "#app/_lib/database.ts";
import { getQueue } from "#app/_lib/queue.ts";
import type { Member } from "#prisma/queries/teams/ensure-member.ts";
import { keepTrial } from "#prisma/queries/trials/keep-trial.ts";

/** Moves the Site of a trial to a member's Team. Returns the path of the Site; null if the result has expired. */
export async function keepTried(member: Member, tried: { token: string; timeZone: string }): Promise<string | null> {
  const { teamId, email } = member;
  const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
  const kept = await keepTrial(dependencies, { ...tried, teamId, email });
  return kept && `/sites/${kept.siteId}`;
}
