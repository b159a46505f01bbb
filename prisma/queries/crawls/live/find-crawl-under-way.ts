import type { Database } from "#prisma/client.ts";

/** Returns the id of the Crawl of the whole Site that is queued or running; null if there is none, or the Team has no such Site. */
export async function findCrawlUnderWay(
  db: Database,
  { teamId, siteId }: { teamId: string; siteId: string },
): Promise<string | null> {
  const crawl = await db.crawl.findFirst({
    where: { siteId, site: { teamId }, reason: { not: "page" }, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return crawl?.id ?? null;
}
