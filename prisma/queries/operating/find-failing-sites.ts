import type { Database } from "#prisma/client.ts";

export type FailingSite = {
  id: string;
  teamId: string;
  name: string;
  startUrl: string;
  failedDays: number;
  /** Why the last Crawl failed, as the owner reads it. */
  reason: string | null;
};

const SHOWN = 10;

/** Returns the active Sites whose Crawls have failed for the longest time. */
export async function findFailingSites(db: Database): Promise<FailingSite[]> {
  const sites = await db.site.findMany({
    where: { failedDays: { gt: 0 }, pausedBy: null, heldAt: null, team: { heldAt: null } },
    orderBy: [{ failedDays: "desc" }, { id: "asc" }],
    take: SHOWN,
    select: {
      ...{ id: true, teamId: true, name: true, startUrl: true, failedDays: true },
      crawls: {
        where: { state: "failed", reason: { not: "page" } },
        orderBy: { queuedAt: "desc" },
        take: 1,
        select: { failureMessage: true },
      },
    },
  });
  return sites.map(({ crawls, ...site }) => ({ ...site, reason: crawls[0]?.failureMessage ?? null }));
}
