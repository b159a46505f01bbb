import { pino } from "pino";
import { createDatabase, type Database } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";
import { createPageReader } from "#worker/threads/read/page-reader.ts";

/**
 * One Crawl as a worker runs it. `seconds`: from claiming to the end of recording, Issues included; `linkSeconds`: the part
 * spent on link targets (hosts outside may not answer here). `pagesPerSecond` excludes that part.
 */
export type BenchCrawl = {
  pages: number;
  changed: number;
  links: number;
  seconds: number;
  linkSeconds: number;
  /** Processor time of this process with its checking threads; more reliable than `seconds` on a busy machine. */
  cpuSeconds: number;
  pagesPerSecond: number;
  stagesMs: Record<string, number>;
};

export type BenchWorker = {
  db: Database;
  addSite(startUrl: string, pageLimit: number): Promise<BenchSite>;
  crawl(site: BenchSite): Promise<BenchCrawl>;
  close(): Promise<void>;
};

type BenchSite = Awaited<ReturnType<typeof addTestSite>>;

/** The server belongs to the benchmark, so it need not be spared. */
const REQUESTS_AT_A_TIME = 16;

/** Starts the parts of a worker, with a new database. `light`: with a check that finds nothing. */
export async function openBenchWorker({ light }: { light: boolean }): Promise<BenchWorker> {
  const silent = pino({ level: "silent" });
  const allowedPrivateHosts = ["127.0.0.1"];
  const postgres = await startThrowawayPostgres();
  await migrate(postgres.url);
  const db = createDatabase(postgres.url);
  const queue = await createQueue(postgres.url, () => undefined);
  const executablePath = await findBrowser({ configured: process.env.CHROMIUM_PATH });
  const pool = light ? null : createCheckPool();
  const reader = createPageReader();
  const tools = {
    reader,
    client: createHttpClient({
      userAgent: "FlawlessBot benchmark",
      allowedPrivateHosts,
      perHost: REQUESTS_AT_A_TIME,
      read: reader.read,
    }),
    browser: executablePath ? await openBrowser({ executablePath, allowedPrivateHosts, log: silent }) : null,
    checks: pool ?? {
      version: "none",
      checkBlocks: async (blocks: { hash: string }[]) => blocks.map(({ hash }) => ({ hash, language: null, findings: [] })),
    },
    answers: createAnswerCache(),
  };
  /** Stage times from a Crawl's closing log line. */
  let stagesMs: Record<string, number> = {};
  const note = (line: string) => {
    const entry: { msg?: string; stagesMs?: Record<string, number>; state?: string } = JSON.parse(line);
    if (entry.msg === "crawl ended") stagesMs = entry.stagesMs ?? {};
    if (entry.msg !== "crawl ended" && entry.msg !== "crawl started") process.stderr.write(line);
  };
  const log = pino({ level: "info" }, { write: note });
  return {
    db,
    addSite: async (startUrl, pageLimit) => {
      const site = await addTestSite(db, { startUrl, pageLimit });
      await db.team.update({ where: { id: site.teamId }, data: { plan: "agency" } });
      return site;
    },
    crawl: async (site) => {
      const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, site);
      const startedAt = performance.now();
      const cpu = process.cpuUsage();
      await runCrawl({ db, queue, tools, secretKeys: [], log }, crawlId, new AbortController().signal);
      const seconds = (performance.now() - startedAt) / 1000;
      const { pagesDone, pagesChanged, linksChecked } = await db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
      const { user, system } = process.cpuUsage(cpu);
      const cpuSeconds = (user + system) / 1e6;
      const linkSeconds = (stagesMs.links ?? 0) / 1000;
      const pagesPerSecond = pagesDone / (seconds - linkSeconds);
      return {
        pages: pagesDone,
        changed: pagesChanged,
        links: linksChecked,
        seconds,
        linkSeconds,
        cpuSeconds,
        pagesPerSecond,
        stagesMs,
      };
    },
    close: async () => {
      await Promise.all([
        tools.browser?.close(),
        pool?.close(),
        reader.close(),
        tools.client.close(),
        queue.stop({ graceful: false }),
      ]);
      await db.$disconnect();
      await postgres.stop();
    },
  };
}
