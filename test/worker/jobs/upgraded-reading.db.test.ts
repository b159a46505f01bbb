import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { openPlainTools } from "./plain-tools.ts";

const HOME =
  '<html lang="en"><meta property="og:image" content="/og.jpg"><h1>Bread</h1><p>Rye <a href="mailto:ann">Ann</a></p>';

let database: TestDatabase;
let queue: Queue;
let folder: string;
let server: SiteServer;
const statuses: number[] = [];
const faults: Error[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, (error) => faults.push(error));
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
  expect(faults).toEqual([]);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "upgraded-reading-"));
  await writeFile(join(folder, "index.html"), `${HOME}<a href="/menu.pdf">Menu</a>`);
  await writeFile(join(folder, "menu.pdf"), "Rye");
  server = await serveSite(folder, {
    intercept: (request, response) => {
      if (request.url === "/") response.once("finish", () => statuses.push(response.statusCode));
      return false;
    },
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A site that an earlier version has crawled, which read no pictures for sharing and knew no rule for mail addresses. */
async function openSite() {
  const { db } = database;
  const { siteId, ...site } = await addTestSite(db, { startUrl: `${server.url}/` });
  const tools = openPlainTools();
  const crawl = async () => {
    statuses.length = 0;
    const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, { siteId, ...site });
    const dependencies = { db, queue, tools, secretKeys: [], log: pino({ level: "silent" }) };
    await runCrawl(dependencies, crawlId, new AbortController().signal);
    return db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
  };
  expect(await crawl()).toMatchObject({ state: "finished" });
  expect(await db.issue.count({ where: { siteId } })).toBe(2);
  await db.issue.deleteMany({ where: { siteId } });
  await db.page.updateMany({ where: { siteId }, data: { readingVersion: "1-1" } });
  await db.linkTarget.deleteMany({ where: { siteId, url: { endsWith: "/og.jpg" } } });
  await db.linkTarget.updateMany({ where: { siteId }, data: { rulesVersion: 1, state: "ok", rule: null, reason: "" } });
  await db.$executeRaw`
    UPDATE "Snapshot" SET "detailHash" = 'as it was', "targets" = array_remove("targets", ${`${server.url}/og.jpg`}),
      "links" = (SELECT jsonb_agg(link) FROM jsonb_array_elements("links") AS link WHERE link->>'element' <> 'og:image')
    FROM "Page" AS page WHERE page."siteId" = ${siteId} AND "Snapshot"."id" = page."snapshotId"`;
  return {
    crawl,
    issues: async () => {
      const issues = await db.issue.findMany({ where: { siteId }, include: { events: true }, orderBy: { openedAt: "asc" } });
      return issues.map(({ text, rule, state, events }) =>
        [
          text.replace(server.url, ""),
          rule,
          state,
          ...events.map(({ kind, quiet }) => (quiet ? `${kind} quietly` : kind)),
        ].join(" "),
      );
    },
    mails: async () =>
      (await db.delivery.findMany({ where: { siteId }, orderBy: { createdAt: "asc" } })).map(({ kind }) => kind),
    close: () => tools.client.close(),
  };
}

/** The database refuses what `when` names while `run` lasts. */
async function withFault(when: string, run: () => Promise<void>): Promise<void> {
  const { db } = database;
  await db.$executeRawUnsafe(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room on the disk'; END $$`,
  );
  await db.$executeRawUnsafe(`CREATE TRIGGER refuse ${when} EXECUTE FUNCTION refuse()`);
  await run();
  await db.$executeRawUnsafe(`DROP FUNCTION refuse CASCADE`);
}

const OLD_LINKS = ["/og.jpg links/not-found open opened quietly", "mailto:ann links/mail-address open opened quietly"];

describe("a site whose server answers 304, when other links are read and other rules judge them", () => {
  it("is read again, once, and what stood there is no news", async () => {
    const site = await openSite();
    expect(await site.crawl()).toMatchObject({ state: "finished", pagesChanged: 0, opened: 0, fixed: 0 });
    expect(statuses).toContain(200);
    expect((await site.issues()).toSorted()).toEqual(OLD_LINKS);
    expect(await site.mails()).toEqual(["first_report"]);

    expect(await site.crawl()).toMatchObject({ opened: 0, fixed: 0 });
    expect(statuses).toEqual([304]);

    await writeFile(join(folder, "index.html"), `${HOME}<a href="/menu.pdf">Menu</a> <a href="/gone.html">Gone</a>`);
    expect(await site.crawl()).toMatchObject({ pagesChanged: 1, opened: 1 });
    expect((await site.issues()).toSorted()).toEqual(["/gone.html links/not-found open opened", ...OLD_LINKS]);
    expect(await site.mails()).toEqual(["first_report", "digest"]);
    await site.close();
  });

  it("tells of a link that broke meanwhile", async () => {
    const site = await openSite();
    await rm(join(folder, "menu.pdf"));
    expect(await site.crawl()).toMatchObject({ pagesChanged: 0, opened: 1 });
    expect((await site.issues()).toSorted()).toEqual(["/menu.pdf links/not-found open opened", ...OLD_LINKS]);
    expect(await site.mails()).toEqual(["first_report", "digest"]);
    await site.close();
  });

  it("keeps quiet about old links also when the first crawl after it fails half-way", async () => {
    const site = await openSite();
    await withFault(`BEFORE UPDATE ON "Crawl" FOR EACH ROW WHEN (NEW."state" = 'finished')`, async () => {
      expect(await site.crawl()).toMatchObject({ state: "running" });
    });
    expect(await database.db.crawlPage.count({ where: { crawl: { state: "running" }, reread: true } })).toBe(1);
    expect(await site.issues()).toEqual([]);
    await database.db.crawl.updateMany({ where: { state: "running" }, data: { state: "failed", finishedAt: new Date() } });
    expect(await site.crawl()).toMatchObject({ opened: 0 });
    expect((await site.issues()).toSorted()).toEqual(OLD_LINKS);
    await site.close();
  });
});
