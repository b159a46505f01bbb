import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { findWindDownEffects } from "../winding-down/find-wind-down-effects.ts";
import { endProTrials } from "./end-pro-trials.ts";
import { pauseOverdueTeams } from "./pause-overdue-teams.ts";
import { remindOfTrialEnds } from "./remind-of-trial-ends.ts";

/**
 * Does what the time brings about for Plans: reminders, the ends of trials, and the end of the grace after a failed payment; nothing once the end
 * of the service is announced. Returns the number of Teams.
 */
export async function advancePlans(db: Database, queue: Queue, now: Date): Promise<number> {
  if (!(await findWindDownEffects(db)).sells) return 0;
  const ended = await endProTrials(db, queue, now);
  const reminded = await remindOfTrialEnds(db, queue, now);
  return ended + reminded + (await pauseOverdueTeams(db, queue, now));
}
