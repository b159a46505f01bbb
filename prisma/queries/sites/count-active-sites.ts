import type { Database } from "#prisma/client.ts";

/** Counts a Team's Sites that are not paused, which are those that its Plan limits. */
export async function countActiveSites(db: Database, teamId: string): Promise<number> {
  return db.site.count({ where: { teamId, pausedBy: null } });
}
