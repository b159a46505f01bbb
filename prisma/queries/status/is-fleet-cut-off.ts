import type { Database } from "#prisma/client.ts";
import { CUT_OFF } from "#worker/core/schedule/cut-off-fleet.ts";

/** Longer than the time until all Sites were tried again, so that the state does not change back and forth between the tries. */
const REMEMBERED_MS = 45 * 60_000;

/** Returns true if Crawls failed lately because we are cut off from the network, and none has finished since. */
export async function isFleetCutOff(db: Database, now: Date): Promise<boolean> {
  const after = (finishedAt: Date) => ({ finishedAt: { gte: finishedAt, lte: now } });
  const failed = await db.crawl.findFirst({
    where: { failureCode: CUT_OFF, ...after(new Date(now.getTime() - REMEMBERED_MS)) },
    orderBy: { finishedAt: "desc" },
    select: { finishedAt: true },
  });
  if (!failed?.finishedAt) return false;
  return (await db.crawl.count({ where: { state: "finished", ...after(failed.finishedAt) } })) === 0;
}
