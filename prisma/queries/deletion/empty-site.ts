import type { Database } from "#prisma/client.ts";

/** Pages, Issues and rows of other tables for one statement: seconds of work even for pages with hundreds of mistakes. */
const PAGES = 200;
const ISSUES = 1_000;
const ROWS = 5_000;

/**
 * Deletes what a Site has most of, in statements that each take at most seconds: to delete the Site with its rows at once would hold the locks of
 * millions of them for minutes. It may be interrupted and called again.
 */
export async function emptySite(db: Database, siteId: string): Promise<void> {
  await untilNone(async () => {
    const pages = await db.page.findMany({ where: { siteId }, orderBy: { url: "asc" }, take: PAGES, select: { id: true } });
    const ids = pages.map(({ id }) => id);
    // Before their pages and Issues, which would look for them one by one.
    await db.occurrence.deleteMany({ where: { pageId: { in: ids } } });
    return (await db.page.deleteMany({ where: { id: { in: ids } } })).count;
  });
  await untilNone(async () => {
    const issues = await db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" }, take: ISSUES, select: { id: true } });
    const ids = issues.map(({ id }) => id);
    await db.issueEvent.deleteMany({ where: { issueId: { in: ids } } });
    return (await db.issue.deleteMany({ where: { id: { in: ids } } })).count;
  });
  const crawls = await db.crawl.findMany({ where: { siteId }, select: { id: true } });
  for (const { id: crawlId } of crawls) await db.crawlPage.deleteMany({ where: { crawlId } });
  await untilNone(
    () => db.$executeRaw`
      DELETE FROM "Block" WHERE "siteId" = ${siteId} AND "hash" IN (SELECT "hash" FROM "Block" WHERE "siteId" = ${siteId} LIMIT ${ROWS})`,
  );
  await untilNone(
    () => db.$executeRaw`
      DELETE FROM "LinkTarget" WHERE "siteId" = ${siteId} AND "url" IN (SELECT "url" FROM "LinkTarget" WHERE "siteId" = ${siteId} LIMIT ${ROWS})`,
  );
}

async function untilNone(deleteSome: () => Promise<number>): Promise<void> {
  while ((await deleteSome()) > 0);
}
