import type { Database } from "#prisma/client.ts";

const DAY_MS = 86_400_000;
/** Retention of a picture of what a page said before, as of the text itself. */
const BEFORE_KEPT_DAYS = 90;
/** Retention of a picture of a page that is gone, or has no unsettled Issue. */
const SETTLED_KEPT_DAYS = 30;

/** Deletes old pictures that no Issue needs any more. Returns their number. */
export async function forgetOldPictures(db: Database, now: Date): Promise<number> {
  const [before, settled] = [BEFORE_KEPT_DAYS, SETTLED_KEPT_DAYS].map((days) => new Date(now.getTime() - days * DAY_MS));
  return db.$executeRaw`
    DELETE FROM "Picture" AS picture USING "Page" AS page
    WHERE page."id" = picture."pageId" AND (
      picture."takenAt" < ${before} AND picture."snapshotId" IS DISTINCT FROM page."snapshotId"
      OR picture."takenAt" < ${settled} AND (page."gone" OR NOT EXISTS (
        SELECT 1 FROM "Occurrence" AS occurrence JOIN "Issue" AS issue ON issue."id" = occurrence."issueId"
        WHERE occurrence."pageId" = page."id" AND issue."state" NOT IN ('fixed', 'ignored'))))`;
}
