import { afterAll, beforeAll } from "vitest";
import { createCrawlMemory } from "#prisma/queries/crawl-memory.ts";
import { describeCrawlMemory } from "#test/crawl/crawl-memory-contract.ts";
import { addTestSite } from "#test/support/add-test-site.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

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
    const { id: crawlId } = await db.crawl.create({ data: { siteId, reason: "requested" } });
    return createCrawlMemory(db, { siteId, crawlId });
  };
  return { memory: await startCrawl(), startNextCrawl: startCrawl };
});
