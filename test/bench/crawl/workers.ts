import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { runSql, withDatabase } from "#test/support/servers/postgres-server.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";

/**
 * Measures how the work of several worker processes adds up: slow sites, all queued at once, each requested two at a time by
 * all workers together. `node test/bench/crawl/workers.ts [--sites 20] [--pages 100] [--latency 200] [--crawls 5] [--workers 1,4]`.
 * `--crawls`: Crawls that one worker runs at a time (WORKER_CRAWLS). Real workers, real PostgreSQL, all checks.
 */
const { values } = parseArgs({
  options: {
    sites: { type: "string", default: "20" },
    pages: { type: "string", default: "100" },
    latency: { type: "string", default: "200" },
    crawls: { type: "string", default: "5" },
    workers: { type: "string", default: "1,4" },
  },
});
const POLL_MS = 100;
const sites = Number(values.sites);
/** Loopback addresses of the sites; 127.0.0.1 is used by PostgreSQL and others. */
const hosts = Array.from({ length: sites }, (_, at) => `127.0.0.${at + 2}`);
/** Small sites that the workers crawl first, so that loading dictionaries is not measured. */
const hostsBefore = Array.from({ length: sites }, (_, at) => `127.0.1.${at + 2}`);
const PAGES_BEFORE = 5;

/** `cores busy`: by the workers alone, on average. Near the machine's number of cores, the cores are the limit. */
type Figures = {
  workers: number;
  pages: number;
  seconds: number;
  "pages/s": number;
  "crawls by worker": string;
  "cores busy": number;
};

async function measure(workers: number, options: { script: string; port: string; databaseUrl: string }): Promise<Figures> {
  const { script, port, databaseUrl } = options;
  await migrate(databaseUrl);
  const db = createDatabase(databaseUrl);
  const queue = await createQueue(databaseUrl, () => undefined);
  const environment = {
    DATABASE_URL: databaseUrl,
    APP_URL: "http://127.0.0.1:9",
    AUTH_SECRET: randomUUID(),
    ALLOWED_PRIVATE_HOSTS: [...hosts, ...hostsBefore].join(","),
    WORKER_CRAWLS: values.crawls,
    REQUESTS_PER_SITE: "2",
  };
  const processes: RunningProcess[] = [];
  try {
    for (let worker = 0; worker < workers; worker++) processes.push(startNode(script, [], environment));
    await Promise.all(processes.map((each) => each.printed(/worker ready/)));
    const crawlAll = async (those: readonly string[], pageLimit: number) => {
      const owned = await Promise.all(those.map((host) => addTestSite(db, { startUrl: `http://${host}:${port}/`, pageLimit })));
      const startedAt = performance.now();
      await Promise.all(owned.map((site) => requestCrawl({ db, queue, now: new Date() }, site)));
      while ((await db.crawl.count({ where: { state: { in: ["queued", "running"] } } })) > 0)
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      return (performance.now() - startedAt) / 1000;
    };
    const pagesDone = async () => (await db.crawl.aggregate({ _sum: { pagesDone: true }, where: { state: "finished" } }))._sum;
    const crawlsEnded = () => processes.map((each) => each.output().split('"crawl ended"').length - 1);
    await crawlAll(hostsBefore, PAGES_BEFORE);
    const [busyBefore, before, endedBefore] = [await busySeconds(processes), await pagesDone(), crawlsEnded()];
    const seconds = await crawlAll(hosts, Number(values.pages));
    const busy = (await busySeconds(processes)) - busyBefore;
    const pages = ((await pagesDone()).pagesDone ?? 0) - (before.pagesDone ?? 0);
    const ended = crawlsEnded().map((count, at) => count - (endedBefore[at] ?? 0));
    return {
      workers,
      pages,
      seconds: Math.round(seconds * 10) / 10,
      "pages/s": Math.round((pages / seconds) * 10) / 10,
      "crawls by worker": ended.join(" "),
      "cores busy": Math.round((busy / seconds) * 10) / 10,
    };
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
    await queue.stop({ graceful: false });
    await db.$disconnect();
  }
}

/** Returns the processor time of the processes so far (proc_pid_stat(5): fields 14 and 15, in hundredths of a second). */
async function busySeconds(processes: readonly RunningProcess[]): Promise<number> {
  const stats = await Promise.all(processes.map(({ pid }) => readFile(`/proc/${pid}/stat`, "utf8")));
  const ticks = stats.map((stat) => stat.slice(stat.lastIndexOf(")") + 2).split(" "));
  return ticks.reduce((sum, fields) => sum + Number(fields[11]) + Number(fields[12]), 0) / 100;
}

const folder = await mkdtemp(join(import.meta.dirname, "..", "..", "..", "node_modules", "worker-benchmark-"));
const postgres = await startThrowawayPostgres();
const server = startNode(join(import.meta.dirname, "..", "sites", "latency-server.ts"), [values.pages, values.latency], {});
try {
  await buildWorker(folder);
  await server.printed(/port \d+/);
  const port = /port (\d+)/.exec(server.output())?.[1] ?? "";
  const rates: number[] = [];
  for (const workers of values.workers.split(",").map(Number)) {
    const name = `workers_${workers}_${randomUUID().slice(0, 8)}`;
    await runSql(postgres.adminUrl, `CREATE DATABASE ${name} OWNER "${new URL(postgres.url).username}"`);
    const databaseUrl = withDatabase(postgres.url, name);
    const figures = await measure(workers, { script: join(folder, "worker.mjs"), port, databaseUrl });
    rates.push(figures["pages/s"]);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  }
  const [first = Number.NaN, last = Number.NaN] = [rates.at(0), rates.at(-1)];
  process.stdout.write(`${values.workers.replace(",", " against ")} workers: ${(last / first).toFixed(2)} times the work\n`);
} finally {
  await server.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
