import type { Database } from "#prisma/client.ts";
import { type DayFacts, shownDays } from "#worker/core/view/service-days.ts";

/** Returns the stored facts of the last 30 days. */
export async function findServiceDays(db: Database, now: Date): Promise<DayFacts[]> {
  return db.serviceDay.findMany({ where: { day: { in: shownDays(now) } }, orderBy: { day: "asc" } });
}
