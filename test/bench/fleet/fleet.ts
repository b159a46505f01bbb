import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { percentile } from "#test/bench/load/percentile.ts";
import { descendantsMs, processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";
import { compareCrawls } from "./compare-crawls.ts";
import { copySite, countRows } from "./copy-site.ts";
import { COUNTING_POSTGRES, countStatements, forgetStatements, readCostliest, readDatabaseLoad } from "./database-load.ts";
import { FLEET_ADDRESSES, originOf, portsFor } from "./fleet-hosts.ts";

/**
 * Measures the daily crawls of many small sites that are all due at once: real workers, PostgreSQL that waits for its disk, and a server of
 * the sites, all on this machine. Two sites are crawled for the first time; the others are copies of one of them in the database. Then 1 % of
 * all pages change, and the schedule finds all sites due. Ends with 1 if a Crawl ended otherwise than its site's changes say, or if 10,000
 * sites at this speed would take more than an hour.
 * `node test/bench/fleet/fleet.ts [--sites 300] [--workers 1] [--crawls 2] [--latency 100] [--pages 20] [--delay 0] [--profile FOLDER]`
 * `--crawls`: WORKER_CRAWLS. `--delay`: Crawl-delay in seconds. `--profile`: writes a profile of each worker.
 */
const { values } = parseArgs({
  options: {
    sites: { type: "string", default: "300" },
    workers: { type: "string", default: "1" },
    crawls: { type: "string", default: "2" },
    latency: { type: "string", default: "100" },
    pages: { type: "string", default: "20" },
    delay: { type: "string", default: "0" },
    pictures: { type: "string", default: "0" },
    profile: { type: "string" },
    statements: { type: "string", default: "0" },
  },
});
const [sites, pages] = [Number(values.sites), Number(values.pages)];
const DUE_WITHIN_AN_HOUR = 10_000;
const HOUR_MS = 3_600_000;
const REAL_SITES = 2;
const PATIENCE_MS = 2 * HOUR_MS;

const figuresSchema = z.object({
  ...{ requests: z.number(), notModified: z.number(), pages: z.number(), sent: z.number(), received: z.number() },
});

const root = join(import.meta.dirname, "..", "..", "..");
const folder = await mkdtemp(join(root, "node_modules", "fleet-benchmark-"));
const postgres = await startThrowawayPostgres(COUNTING_POSTGRES);
await migrate(postgres.url);
await countStatements(postgres.adminUrl);
const db = createDatabase(postgres.url, 3);
const queue = await createQueue(postgres.url, (error) => print(error.message));
const serverScript = join(import.meta.dirname, "site-server.ts");
const server = startNode(serverScript, [String(portsFor(sites)), values.pages, values.latency, values.delay], {});
const workers: RunningProcess[] = [];
try {
  await buildWorker(folder);
  await server.printed(/ end\n/);
  const [, control = "", listening = ""] = /control (\d+) sites (\S+) end/.exec(server.output()) ?? [];
  const ports = listening.split(",").map(Number);
  const origins = Array.from({ length: sites }, (_, site) => originOf(site, ports));
  const ask = async (path: string, method = "GET") =>
    figuresSchema.parse(await (await fetch(`http://127.0.0.1:${control}${path}`, { method })).json());

  await startWorkers();
  const siteIds = await crawlFirst(origins.slice(0, REAL_SITES));
  const [siteId = "", otherId = ""] = siteIds;
  const seededAt = performance.now();
  const [origin = "", otherOrigin = ""] = origins;
  await copySite(db, { siteId, origin, origins, from: REAL_SITES });
  await isTrueCopy(
    { siteId: otherId, origin: otherOrigin },
    { siteId: `${siteId}-${REAL_SITES}`, origin: origins[REAL_SITES] ?? "" },
  );
  await db.$executeRawUnsafe("VACUUM ANALYZE");
  print(`${sites} sites of ${pages} pages, copied in ${((performance.now() - seededAt) / 1000).toFixed(0)} s`);

  await ask("/changed", "POST");
  await forgetStatements(postgres.adminUrl);
  const readPostgres = await watchPostgres(db);
  const readAll = async () => ({
    worker: await sum(workers, ({ pid }) => processMs(pid)),
    browser: await sum(workers, ({ pid }) => descendantsMs(pid)),
    postgres: await readPostgres(),
    sites: await processMs(server.pid),
    machine: await readMachine(),
    database: await readDatabaseLoad(postgres.adminUrl),
    server: await ask("/figures"),
  });
  const before = await readAll();
  const dueAt = Date.now();
  await db.$executeRaw`UPDATE "Site" SET "nextCrawlAt" = now() - interval '1 minute'`;
  await waitFor("all crawls to end", () => isOver(siteIds.length), PATIENCE_MS);
  const seconds = await secondsOfCrawls(dueAt);
  const after = await readAll();
  const perCrawl = (to: number, from: number) => (to - from) / sites;
  const server2 = after.server;
  const [took] = await db.$queryRaw<{ cpuMs: number; requests: number; done: number }[]>`
    SELECT sum("cpuMs")::float8 AS "cpuMs", sum("requests")::float8 AS "requests", sum("pagesDone")::float8 AS "done" FROM "Crawl" WHERE "reason" = 'scheduled'`;
  const hourly = (sites * 3600) / seconds.crawling;
  print(
    `${values.workers} workers, ${values.crawls} crawls at a time each, ${values.latency} ms latency: ${sites} sites in ${seconds.crawling.toFixed(1)} s (${seconds.all.toFixed(1)} s since they were due)`,
  );
  print(`  ${Math.round(hourly)} sites an hour, ${((took?.done ?? 0) / seconds.crawling).toFixed(1)} pages a second`);
  print(`  a crawl: ${await describeDurations()}`);
  print(
    `  requests a crawl: ${perCrawl(server2.requests, before.server.requests).toFixed(1)}, of them ${perCrawl(server2.notModified, before.server.notModified).toFixed(1)} not modified; bytes a crawl: ${Math.round(perCrawl(server2.sent, before.server.sent))} sent, ${Math.round(perCrawl(server2.received, before.server.received))} received by sites`,
  );
  print(
    `  processor ms a crawl: ${(["worker", "browser", "postgres", "sites"] as const).map((name) => `${name} ${perCrawl(after[name], before[name]).toFixed(0)}`).join(", ")}`,
  );
  const busy = (after.machine.busy - before.machine.busy) / (after.machine.all - before.machine.all);
  const own = (["worker", "browser", "postgres", "sites"] as const).reduce((all, name) => all + after[name] - before[name], 0);
  print(
    `  machine: ${(busy * 100).toFixed(0)} % busy, ${((own / (after.machine.all - before.machine.all)) * 100).toFixed(0)} % by these processes`,
  );
  print(
    `  database a crawl: ${perCrawl(after.database.statements, before.database.statements).toFixed(1)} statements, ${perCrawl(after.database.transactions, before.database.transactions).toFixed(1)} transactions, ${(perCrawl(after.database.walBytes, before.database.walBytes) / 1000).toFixed(1)} kB of WAL; ${((after.database.transactions - before.database.transactions) / seconds.crawling).toFixed(0)} transactions a second`,
  );
  print(`  memory: ${(await Promise.all(workers.map(({ pid }) => describeMemory(pid)))).join("; ")}`);
  for (const { query, calls, ms } of await readCostliest(postgres.adminUrl, Number(values.statements)))
    print(`  ${(ms / sites).toFixed(2)} ms a crawl in ${(calls / sites).toFixed(1)} calls: ${query.slice(0, 180)}`);
  const faults = await compareCrawls(db, { origins, pages });
  print(
    faults.length === 0
      ? "  every crawl ended as its site's changes say"
      : `  wrong: ${faults.slice(0, 5).join("\n  wrong: ")}`,
  );
  const needed = Math.ceil((DUE_WITHIN_AN_HOUR / hourly) * Number(values.workers));
  print(`  ${DUE_WITHIN_AN_HOUR} sites an hour at this speed a worker: ${needed} workers`);
  if (faults.length > 0 || hourly < DUE_WITHIN_AN_HOUR) process.exitCode = 1;
} finally {
  await Promise.all([server, ...workers].map((each) => each.stop()));
  await queue.stop({ graceful: false });
  await db.$disconnect();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function startWorkers(): Promise<void> {
  const environment = {
    DATABASE_URL: postgres.url,
    APP_URL: "http://127.0.0.1:9",
    AUTH_SECRET: randomUUID(),
    ALLOWED_PRIVATE_HOSTS: FLEET_ADDRESSES.join(","),
    WORKER_CRAWLS: values.crawls,
    CHROMIUM_PATH: await requireBrowser(),
    PICTURES_PER_CRAWL: values.pictures,
    PICTURES_DIR: join(folder, "pictures"),
  };
  const script = join(folder, "worker.mjs");
  const [first = script, ...rest] = values.profile ? ["--cpu-prof", `--cpu-prof-dir=${values.profile}`, script] : [script];
  for (let worker = 0; worker < Number(values.workers); worker += 1) workers.push(startNode(first, rest, environment));
  await Promise.all(workers.map((each) => each.printed(/worker ready/)));
}

async function crawlFirst(startUrls: readonly string[]): Promise<string[]> {
  const siteIds: string[] = [];
  for (const each of startUrls) {
    const site = await addTestSite(db, { startUrl: `${each}/`, pageLimit: 100 });
    await db.team.update({ where: { id: site.teamId }, data: { plan: "agency" } });
    await requestCrawl({ db, queue, now: new Date() }, site);
    siteIds.push(site.siteId);
  }
  const finished = () => db.crawl.count({ where: { state: "finished" } });
  await waitFor("the first crawls to end", async () => (await finished()) === siteIds.length, 180_000);
  await waitFor(
    "the first reports to be sent",
    async () => (await db.delivery.count({ where: { state: { not: "sent" } } })) === 0,
  );
  return siteIds;
}

type Copied = Parameters<typeof countRows>[1];

/** @throws if a copy has not as many rows as a site that was crawled */
async function isTrueCopy(crawled: Copied, copy: Copied): Promise<void> {
  const [wanted, found] = [await countRows(db, crawled), await countRows(db, copy)].map((counts) => JSON.stringify(counts));
  if (wanted !== found) throw new Error(`A crawled site has the rows ${wanted}, and a copy ${found}.`);
  print(`rows of each site: ${found}`);
}

async function isOver(first: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ ended: number }[]>`
    SELECT count(*)::int AS "ended" FROM "Crawl" WHERE "reason" = 'scheduled' AND "state" NOT IN ('queued', 'running')`;
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  return row?.ended === sites && first === REAL_SITES;
}

/** `crawling`: from the first start to the last end. */
async function secondsOfCrawls(dueAt: number): Promise<{ crawling: number; all: number }> {
  const { _min, _max } = await db.crawl.aggregate({
    where: { reason: "scheduled" },
    _min: { startedAt: true },
    _max: { finishedAt: true },
  });
  const [start, end] = [_min.startedAt?.getTime() ?? 0, _max.finishedAt?.getTime() ?? 0];
  return { crawling: (end - start) / 1000, all: (end - dueAt) / 1000 };
}

async function describeDurations(): Promise<string> {
  const rows = await db.crawl.findMany({ where: { reason: "scheduled" }, select: { startedAt: true, finishedAt: true } });
  const ms = rows.map(({ startedAt, finishedAt }) => (finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0));
  return `median ${percentile(ms, 0.5)} ms, p95 ${percentile(ms, 0.95)} ms`;
}

/** Reads the machine's ticks: those that were not idle, and all (proc_stat(5)). */
async function readMachine(): Promise<{ busy: number; all: number }> {
  const [line = ""] = (await readFile("/proc/stat", "utf8")).split("\n");
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((total, each) => total + each, 0) * 10;
  return { all, busy: all - ((ticks[3] ?? 0) + (ticks[4] ?? 0)) * 10 };
}

async function describeMemory(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1000);
  return `${megabytes("VmRSS")} MB at the end, ${megabytes("VmHWM")} MB at most`;
}

async function sum(processes: readonly RunningProcess[], read: (each: RunningProcess) => Promise<number>): Promise<number> {
  return (await Promise.all(processes.map(read))).reduce((all, each) => all + each, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
