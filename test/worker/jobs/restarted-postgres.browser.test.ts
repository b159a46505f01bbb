import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type Database } from "#prisma/client.ts";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { announceDueDeliveries } from "#prisma/queries/deliveries/claim-delivery.ts";
import { createQueue, probeAddress, type Queue } from "#prisma/queue.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { repeat } from "#worker/async/repeat.ts";
import { createWorkerQueue, takeJobs } from "#worker/jobs/take-jobs.ts";
import { type LinkedSite, serveLinkedSite } from "./linked-site.ts";
import { deliverWith, writeMail } from "./mail-room.ts";
import { openPlainTools } from "./plain-tools.ts";

const PAGES = 60;
const MAILS = 60;
const EVERY_MS = 300;

describe("PostgreSQL restarted under load", { timeout: 120_000 }, () => {
  const stopping = new AbortController();
  const tools = openPlainTools();
  /** Crawls that broke off, as the worker's log says. */
  const brokenOff = new Set<string>();
  let postgres: EmbeddedPostgres;
  let web: { db: Database; queue: Queue };
  let db: Database;
  let smtp: TestSmtpServer;
  let sites: LinkedSite[] = [];
  let stopWorker: () => Promise<unknown>;

  beforeAll(async () => {
    postgres = await startThrowawayPostgres();
    await migrate(postgres.url);
    // What is committed must outlive the restart, as it does on a server with usual settings.
    await runSql(postgres.url, "ALTER DATABASE flawless SET synchronous_commit = on");
    smtp = await startSmtpServer({ onRcptTo: (_address, _session, callback) => void setTimeout(callback, 30) });
    sites = await Promise.all([0, 1, 2].map(() => serveLinkedSite(PAGES)));
    web = { db: createDatabase(postgres.url), queue: await createQueue(postgres.url, () => undefined) };
    db = createDatabase(postgres.url);
    stopWorker = await startWorker();
  }, 120_000);
  afterAll(async () => {
    await stopWorker();
    await web.queue.stop({ graceful: false });
    await Promise.all([web.db.$disconnect(), db.$disconnect(), tools.client.close()]);
    await Promise.all([smtp.close(), ...sites.map((site) => site.close())]);
    await postgres.stop();
  });

  /** Wired as worker/main.ts does, with shorter pauses. */
  async function startWorker(): Promise<() => Promise<unknown>> {
    const log = pino({ level: "error" }, { write: noteBrokenOff });
    const queue = await createWorkerQueue(postgres.url, log);
    const delivery = { ...deliverWith(db, smtp.url), log };
    const jobs = await takeJobs({
      queue,
      crawl: { db, queue, tools, secretKeys: [], log },
      delivery,
      crawlsAtATime: 3,
      stopping: stopping.signal,
    });
    const repeated = [
      repeat("rescue crawls", EVERY_MS, log, () => rescueCrawls(db, queue, new Date())),
      repeat("announce due deliveries", EVERY_MS, log, () => announceDueDeliveries(db, queue, new Date())),
    ];
    return async () => {
      stopping.abort();
      await Promise.all(repeated.map((job) => job.stop()));
      await jobs.stop();
      delivery.relays?.close();
    };
  }
  function noteBrokenOff(line: string): void {
    const said: unknown = JSON.parse(line);
    if (typeof said !== "object" || said === null || !("crawlId" in said) || typeof said.crawlId !== "string") return;
    brokenOff.add(said.crawlId);
  }
  /** Ends the leases of crawls that broke off and of mails taken seconds ago, which no worker has any more. */
  async function letLeasesEnd(): Promise<void> {
    const now = Date.now();
    const crawls = [...brokenOff];
    await db.crawl.updateMany({ where: { id: { in: crawls }, state: "running" }, data: { leaseUntil: new Date(now - 1) } });
    for (const id of crawls) brokenOff.delete(id);
    const takenBefore = new Date(now + 5 * 60_000 - 6_000);
    await db.delivery.updateMany({
      where: { state: "sending", nextAttemptAt: { gt: new Date(now), lt: takenBefore } },
      data: { nextAttemptAt: new Date(now - 1) },
    });
    await db.delivery.updateMany({
      where: { state: "pending", attempts: { gt: 0 } },
      data: { nextAttemptAt: new Date(now - 1) },
    });
  }

  it("finishes every crawl and sends every mail once, and the web goes on asking for work", async () => {
    const owned = await Promise.all(sites.map((site) => addTestSite(web.db, { startUrl: site.url })));
    const held = sites.map((site) => site.holdAfter(20));
    for (const site of owned) await requestCrawl({ ...web, now: new Date() }, site);
    await Promise.all(held);
    const mails = await Promise.all(Array.from({ length: MAILS }, () => writeMail(web.db, web.queue)));
    expect(smtp.received.length).toBeLessThan(MAILS);
    const restarting = postgres.restart("immediate");
    for (const site of sites) site.release();
    await restarting;
    await waitFor("work to go on", async () => {
      await letLeasesEnd();
      return sites.some((site) => site.read.length > 30);
    });
    await postgres.restart("fast");

    await waitFor("all crawls to finish and all mails to be sent", async () => {
      try {
        await letLeasesEnd();
        const open = await db.crawl.count({ where: { state: { not: "finished" } } });
        return open === 0 && (await db.delivery.count({ where: { state: { not: "sent" } } })) === 0;
      } catch {
        return false;
      }
    });
    const crawls = await db.crawl.findMany();
    expect(crawls).toHaveLength(3);
    for (const crawl of crawls)
      expect(crawl).toMatchObject({ state: "finished", pagesFound: PAGES, pagesDone: PAGES, pagesFailed: 0, opened: 1 });
    expect(Math.max(...crawls.map(({ attempts }) => attempts))).toBeGreaterThan(1);
    expect(await db.occurrence.count()).toBe(3 * (PAGES / 10));
    expect(await db.issueEvent.count()).toBe(3);
    const reports = await db.delivery.findMany({ where: { kind: "first_report" } });
    expect(reports.map(({ siteId }) => siteId).sort()).toEqual(owned.map(({ siteId }) => siteId).sort());
    const expected = [...mails, ...reports.map(({ id }) => id)].map((id) => `<${id}@flawless.example>`);
    const received = smtp.received.map(({ mail }) => mail.messageId);
    expect(received.toSorted()).toEqual(expected.toSorted());

    const [again] = owned;
    if (!again) throw new Error("There is no site.");
    const { crawlId } = await requestCrawl({ ...web, now: new Date() }, again);
    await waitFor("another crawl", async () => (await db.crawl.findUnique({ where: { id: crawlId } }))?.state === "finished");
    expect(await probeAddress(web.queue, sites[0]?.url ?? "", { timeoutMs: 20_000 })).toMatchObject({
      ok: true,
      title: "Page 0",
    });
    expect(smtp.received).toHaveLength(expected.length);
  });
});
