import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { openPlainTools } from "./plain-tools.ts";

let folder: string;
let server: SiteServer;
let database: TestDatabase;
let queue: Queue;
const statuses: number[] = [];
const faults: Error[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "upgraded-checks-"));
  await writeFile(
    join(folder, "index.html"),
    '<html lang="en"><h1>Bread</h1><p>You recieve rye. <a href="/oats.html">Oats</a></p>',
  );
  await writeFile(join(folder, "oats.html"), '<html lang="en"><h1>Oats</h1><p>You receive oats.</p>');
  server = await serveSite(folder, {
    intercept: (request, response) => {
      if (request.method === "GET" && !request.url?.endsWith(".txt"))
        response.once("finish", () => statuses.push(response.statusCode));
      return false;
    },
  });
  database = await createTestDatabase();
  queue = await createQueue(database.url, (error) => faults.push(error));
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

describe("a site whose server answers 304, when the rules change", () => {
  it("is checked again by the new rules, quietly, and then not again", async () => {
    const { db } = database;
    const site = await addTestSite(db, { startUrl: `${server.url}/` });
    const { checks, ...tools } = openPlainTools();
    const checkedTexts: string[] = [];
    const crawl = async (version: string, finds: boolean) => {
      statuses.length = 0;
      checkedTexts.length = 0;
      const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, site);
      const checkBlocks: typeof checks.checkBlocks = async (blocks, options) => {
        checkedTexts.push(...blocks.map(({ text }) => text));
        const results = await checks.checkBlocks(blocks, options);
        return finds ? results : results.map((result) => ({ ...result, findings: [] }));
      };
      const dependencies = { db, queue, tools: { ...tools, checks: { version, checkBlocks } }, secretKeys: [] };
      await runCrawl({ ...dependencies, log: pino({ level: "silent" }) }, crawlId, new AbortController().signal);
      return db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    };
    const pagesAnswered = () => statuses.filter((status) => status !== 404);

    expect(await crawl("rules-1", false)).toMatchObject({ state: "finished", opened: 0 });
    await crawl("rules-1", false);
    expect(pagesAnswered()).toEqual([304, 304]);
    expect(checkedTexts).toEqual([]);

    expect(await crawl("rules-2", true)).toMatchObject({ state: "finished", pagesChanged: 0, opened: 0 });
    expect(pagesAnswered()).toEqual([200, 200]);
    expect(checkedTexts).toContain("You recieve rye. Oats");
    const issues = await db.issue.findMany({ where: { siteId: site.siteId, check: "spelling" }, include: { events: true } });
    expect(issues).toMatchObject([{ text: "recieve", state: "open", events: [{ kind: "opened", quiet: true }] }]);
    const mails = await db.delivery.findMany({ where: { siteId: site.siteId } });
    expect(mails.map(({ kind }) => kind)).toEqual(["first_report"]);

    await crawl("rules-2", true);
    expect(pagesAnswered()).toEqual([304, 304]);
    expect(checkedTexts).toEqual([]);
    await tools.client.close();
  });
});
