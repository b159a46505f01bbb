import type { Database } from "#prisma/client.ts";
import { applyHouseStyleToSite, findSitesOfTeam } from "#prisma/queries/style/apply-house-style.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { Log } from "#worker/log.ts";

/**
 * Compares the stored texts of all a Team's Sites with its house style, and brings the Issues up to date. A Site that fails is left to its
 * next Crawl, whose end does the same.
 */
export async function applyHouseStyle({ db, log }: { db: Database; log: Log }, teamId: string): Promise<void> {
  for (const siteId of await findSitesOfTeam(db, teamId)) {
    const startedAt = performance.now();
    try {
      const steps = await applyHouseStyleToSite(db, siteId, serviceClock.now());
      if (steps) log.info({ siteId, ...steps, ms: Math.round(performance.now() - startedAt) }, "house style applied");
    } catch (error) {
      log.error({ siteId, err: error }, "the house style could not be applied to a site: its next crawl does it");
    }
  }
}
