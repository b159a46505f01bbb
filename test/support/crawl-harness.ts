import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { type CrawlDependencies, runCrawl } from "#worker/jobs/run-crawl.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { requireBrowser } from "./require-browser.ts";
import { addTestSite } from "./seed/add-test-site.ts";
import { type SiteServer, serveSite } from "./servers/site-server.ts";

/** A Site whose pages are files in a temporary folder, and everything that a worker needs to crawl it, in this process. */
export type CrawlHarness = {
  database: TestDatabase;
  dependencies: CrawlDependencies & { queue: Queue };
  siteId: string;
  teamId: string;
  userId: string;
  recipientId: string;
  server: SiteServer;
  folder: string;
  /** Replaces text in a page of the site. */
  edit(page: string, before: string, after: string): Promise<void>;
  /** Makes the server answer a path with an error status from now on, or with its page again (null). */
  answer(path: string, status: number | null): void;
  /** Requests a Crawl and runs it to its end. Returns its id. */
  crawl(stopping?: AbortSignal): Promise<string>;
  /** Requests a check of one page, by its address as a person types it, and runs it to its end. Returns its id. */
  checkPage(typed: string): Promise<string>;
  close(): Promise<void>;
};

/** `gate` returns true if the site accepts this Authorization header; otherwise the site answers 401. */
type HarnessOptions = { withBrowser?: boolean; gate?(authorization: string | undefined): boolean };

/** Copies test/site and serves it. Call `close` after all tests. */
export async function startCrawlHarness({
  withBrowser = false,
  gate = () => true,
}: HarnessOptions = {}): Promise<CrawlHarness> {
  const folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
  await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
  const statuses = new Map<string, number>();
  const server = await serveSite(folder, {
    intercept: ({ url = "", headers }, response) => {
      const status = gate(headers.authorization) ? statuses.get(url) : 401;
      if (status !== undefined) response.writeHead(status, { "content-type": "text/html" }).end(`<p>Error ${status}</p>`);
      return status !== undefined;
    },
  });
  const database = await createTestDatabase();
  const { db } = database;
  const failed: Error[] = [];
  const queue = await createQueue(database.url, (error) => failed.push(error));
  const log = pino({ level: "silent" });
  const tools = {
    client: createHttpClient({ userAgent: "FlawlessBot test", allowedPrivateHosts: ["127.0.0.1"] }),
    browser: withBrowser ? await startBrowser() : null,
    checks: createCheckPool({ threads: 1 }),
    answers: createAnswerCache(),
  };
  const secretKeys = deriveSecretKeys({ AUTH_SECRET: "a secret of the tests, at least 32 characters" });
  const dependencies = { db, queue, tools, secretKeys, log };
  const site = await addTestSite(db, { startUrl: `${server.url}/` });
  return {
    database,
    dependencies,
    server,
    folder,
    ...site,
    async edit(page, before, after) {
      const path = join(folder, page);
      const html = await readFile(path, "utf8");
      if (!html.includes(before)) throw new Error(`${page} does not say “${before}”.`);
      await writeFile(path, html.replace(before, after));
    },
    answer(path, status) {
      if (status === null) statuses.delete(path);
      else statuses.set(path, status);
    },
    async crawl(stopping = new AbortController().signal) {
      const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, site);
      await runCrawl(dependencies, crawlId, stopping);
      return crawlId;
    },
    async checkPage(typed) {
      const wanted = { db, queue, allowedPrivateHosts: ["127.0.0.1"], now: new Date() };
      const { crawlId } = await requestPageCheck(wanted, { ...site, typed });
      await runCrawl(dependencies, crawlId, new AbortController().signal);
      return crawlId;
    },
    async close() {
      await Promise.all([tools.browser?.close(), tools.checks.close(), tools.client.close(), queue.stop({ graceful: false })]);
      await database.drop();
      await server.close();
      await rm(folder, { recursive: true, force: true });
      if (failed.length > 0) throw failed[0];
    },
  };
}

async function startBrowser(): Promise<OpenBrowser> {
  const log = pino({ level: "silent" });
  return openBrowser({ executablePath: await requireBrowser(), allowedPrivateHosts: ["127.0.0.1"], log });
}
