import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startSmtpServer, type TestSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";
import { type LinkedSite, serveLinkedSite } from "./linked-site.ts";
import { letTimePass } from "./mail-room.ts";

const PAGES = 40;
/** Beside the packages that the built worker needs. */
const BUILDS = join(import.meta.dirname, "..", "..", "..", "node_modules", "worker-under-test-");
const APP_URL = "http://127.0.0.1:9";

describe("a worker killed with SIGKILL", { timeout: 150_000 }, () => {
  let folder: string;
  let database: TestDatabase;
  let queue: Queue;
  let site: LinkedSite;
  let smtp: TestSmtpServer;
  let owned: Awaited<ReturnType<typeof addTestSite>>;
  let crawlId: string;
  const workers: RunningProcess[] = [];
  /** Message-IDs as the mail server gets them; while `isSilent` it does not say that it has them. */
  const taken: string[] = [];
  let isSilent = true;

  beforeAll(async () => {
    folder = await mkdtemp(BUILDS);
    await buildWorker(folder);
    database = await createTestDatabase();
    queue = await createQueue(database.url, () => undefined);
    site = await serveLinkedSite(PAGES);
    smtp = await startSmtpServer({
      onData(stream, _session, callback) {
        let text = "";
        stream.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        stream.on("end", () => {
          taken.push(/^Message-ID: (\S+)/im.exec(text)?.[1] ?? "none");
          if (!isSilent) callback();
        });
      },
    });
    owned = await addTestSite(database.db, { startUrl: site.url });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop("SIGKILL")));
    await queue.stop({ graceful: false });
    await database.drop();
    await Promise.all([smtp.close(), site.close(), rm(folder, { recursive: true })]);
  });

  async function startWorker(): Promise<RunningProcess> {
    const worker = startNode(join(folder, "worker.mjs"), [], {
      DATABASE_URL: database.pooledUrl,
      DIRECT_DATABASE_URL: database.url,
      APP_URL,
      AUTH_SECRET: randomUUID(),
      ALLOWED_PRIVATE_HOSTS: "127.0.0.1",
      SMTP_URL: smtp.url,
      CHROMIUM_PATH: await requireBrowser(),
    });
    workers.push(worker);
    return worker;
  }
  const crawl = () => database.db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
  const deliveries = () => database.db.delivery.findMany({ where: { siteId: owned.siteId } });
  async function donePaths(): Promise<string[]> {
    const pages = await database.db.crawlPage.findMany({ where: { crawlId, done: true }, select: { url: true } });
    return pages.map(({ url }) => new URL(url).pathname);
  }

  it("in the middle of a crawl leaves it to another worker, which goes on where it was", async () => {
    const held = site.holdAfter(15);
    const first = await startWorker();
    ({ crawlId } = await requestCrawl({ db: database.db, queue, now: new Date() }, owned));
    await Promise.race([held, first.exited.then(() => Promise.reject(new Error(first.output())))]);
    await waitFor("pages to be recorded", async () => (await donePaths()).length >= 8);
    expect(await first.stop("SIGKILL")).toBeNull();
    const done = new Set(await donePaths());
    expect(done.size).toBeLessThan(PAGES);
    expect(await crawl()).toMatchObject({ state: "running", attempts: 1 });
    site.release();
    site.read.length = 0;

    await database.db.crawl.update({ where: { id: crawlId }, data: { leaseUntil: new Date(Date.now() - 1) } });
    await startWorker();
    await waitFor("the crawl to finish", async () => (await crawl()).state === "finished");
    expect(await crawl()).toMatchObject({ attempts: 2, pagesFound: PAGES, pagesDone: PAGES, pagesFailed: 0, opened: 1 });
    expect(site.read.filter((path) => done.has(path))).toEqual([]);
    expect(await deliveries()).toMatchObject([{ kind: "first_report" }]);
  });

  it("while it hands a mail over leaves that to another, under the same Message-ID", async () => {
    await waitFor("the mail server to have the mail", () => taken.length === 1);
    await workers[1]?.stop("SIGKILL");
    const [mail] = await deliveries();
    expect(mail).toMatchObject({ state: "sending", attempts: 1 });
    isSilent = false;
    await letTimePass(database.db, [mail?.id ?? ""]);
    const third = await startWorker();
    await waitFor("the mail to be sent", async () => (await deliveries())[0]?.state === "sent");
    expect(await deliveries()).toMatchObject([{ attempts: 2 }]);
    expect(taken).toEqual([`<${mail?.id}@${new URL(APP_URL).hostname}>`, `<${mail?.id}@${new URL(APP_URL).hostname}>`]);
    expect(await third.stop("SIGTERM")).toBe(0);
  });
});
