import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { lockSiteIssues } from "#prisma/queries/issues/recording/lock-site-issues.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { openPlainTools } from "./plain-tools.ts";

let database: TestDatabase;
let queue: Queue;
let folder: string;
let server: SiteServer;

beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
  folder = await mkdtemp(join(tmpdir(), "recording-crawl-"));
  await writeFile(join(folder, "index.html"), '<html lang="en"><h1>Bread</h1><p>Rye</p>');
  server = await serveSite(folder);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await queue.stop({ graceful: false });
  await database.drop();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a crawl that is being recorded", () => {
  it("gives no sign of life, which would take a connection and wait for the recording", async () => {
    const { db } = database;
    const { siteId, ...site } = await addTestSite(db, { startUrl: `${server.url}/` });
    const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, { siteId, ...site });
    const tools = openPlainTools();
    const dependencies = { db, queue, tools, secretKeys: [], log: pino({ level: "silent" }) };
    const decided = Promise.withResolvers<void>();
    const person = db.$transaction(async (tx) => {
      await lockSiteIssues(tx, siteId);
      await decided.promise;
    });
    // Only intervals, which signs of life come in: the database needs its timers.
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const running = runCrawl(dependencies, crawlId, new AbortController().signal);
    await waitFor("the recording to wait for the person's decision", isWaiting);
    expect(vi.getTimerCount()).toBe(0);
    decided.resolve();
    await Promise.all([person, running]);
    expect(await db.crawl.findUniqueOrThrow({ where: { id: crawlId } })).toMatchObject({ state: "finished", pagesDone: 1 });
    await tools.client.close();
  });
});

async function isWaiting(): Promise<boolean> {
  const [row] = await database.db.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS "waiting" FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  return (row?.waiting ?? 0) > 0;
}
