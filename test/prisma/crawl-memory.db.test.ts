import { afterAll, beforeAll } from "vitest";
import { z } from "zod";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { storedBlock, storedLink } from "#prisma/stored-json.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { describeCrawlMemory } from "#test/worker/crawl/fake/crawl-memory-contract.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describeCrawlMemory("the database's memory of a Site", async () => {
  const { db } = database;
  const { siteId } = await addTestSite(db);
  const startCrawl = async () => {
    await db.crawl.updateMany({ where: { siteId }, data: { state: "finished" } });
    const { id: crawlId } = await db.crawl.create({ data: { siteId, reason: "requested", state: "running", attempts: 1 } });
    return createCrawlMemory(db, { siteId, crawlId, attempt: 1 });
  };
  const snapshotOf = async (url: string) => {
    const page = await db.page.findUnique({ where: { siteId_url: { siteId, url } }, include: { snapshot: true } });
    if (!page?.snapshot) return null;
    const { title, lang, contentHash, isTruncated, blocks, links, anchors } = page.snapshot;
    const detailHash = page.snapshot.detailHash ?? "";
    const stored = { blocks: z.array(storedBlock).parse(blocks), links: z.array(storedLink).parse(links) };
    return { title, lang, contentHash, detailHash, isTruncated, ...stored, anchors: z.array(z.string()).parse(anchors) };
  };
  return { memory: await startCrawl(), startNextCrawl: startCrawl, snapshotOf };
});
