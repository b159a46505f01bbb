import type { Database } from "#prisma/client.ts";
import type { Incident } from "#prisma/generated/client.ts";

const SHOWN_DAYS = 30;
const MOST_SHOWN = 50;

/** Returns the incidents that go on, are to come, or ended within the last 30 days, the latest first. */
export async function findIncidents(db: Database, now: Date): Promise<Incident[]> {
  const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
  return db.incident.findMany({
    where: { OR: [{ endsAt: null }, { endsAt: { gt: since } }] },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
  });
}
