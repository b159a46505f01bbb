import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isOrphan } from "#prisma/queries/pages/is-orphan.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const HOME = "https://bakery.example/";

describe("isOrphan", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("returns true for a page without links from other pages, for its own team only", async () => {
    const { db } = database;
    const { teamId, siteId } = await addTestSite(db, { startUrl: HOME });
    const { id: crawlId } = await db.crawl.create({ data: { siteId, reason: "first" } });
    const add = async (path: string, depth: number, leads: string[]) => {
      const page = await db.page.create({ data: { siteId, url: HOME + path, depth } });
      const said = {
        title: "",
        contentHash: path,
        blocks: [],
        links: [],
        anchors: [],
        leads: leads.map((lead) => HOME + lead),
      };
      const snapshot = await db.snapshot.create({ data: { pageId: page.id, crawlId, ...said } });
      await db.page.update({ where: { id: page.id }, data: { snapshotId: snapshot.id } });
      return { teamId, siteId, pageId: page.id };
    };
    const home = await add("", 0, ["linked"]);
    const linked = await add("linked", 1, []);
    const orphan = await add("orphan", 1, ["orphan"]);
    const found = await Promise.all([home, linked, orphan].map((wanted) => isOrphan(db, wanted)));
    expect(found).toEqual([false, false, true]);
    expect(await isOrphan(db, { ...orphan, teamId: "another" })).toBe(false);
    await db.page.update({ where: { id: orphan.pageId }, data: { gone: true } });
    expect(await isOrphan(db, orphan)).toBe(false);
  });
});
