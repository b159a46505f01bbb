import type { Database } from "#prisma/client.ts";
import { storable } from "#prisma/stored-json.ts";
import type { RobotsStore } from "#worker/core/url/robots/stored-robots.ts";

/**
 * Retention of a robots.txt file since it was last read. A crawler should not use it for more than a day (RFC 9309, 2.4), but
 * its validators stay useful.
 */
const KEPT_MS = 7 * 86_400_000;

/** Stores robots.txt files in the database by origin, for all workers. `now` returns the current time. */
export function createRobotsFiles(db: Database, now: () => Date): RobotsStore {
  return {
    find: async (origin) => {
      const row = await db.robotsFile.findUnique({ where: { origin } });
      if (!row) return null;
      const { text, etag, lastModified, seenAt } = row;
      return { text, etag, lastModified, ageMs: now().getTime() - seenAt.getTime() };
    },
    keep: async (origin, { text, etag, lastModified }) => {
      const file = { text: storable(text), etag, lastModified, seenAt: now() };
      await db.robotsFile.upsert({ where: { origin }, create: { origin, ...file }, update: file });
    },
  };
}

/** Deletes robots.txt files of origins that are no longer visited. Returns the number. */
export async function forgetRobotsFiles(db: Database, now: Date): Promise<number> {
  const { count } = await db.robotsFile.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - KEPT_MS) } } });
  return count;
}
