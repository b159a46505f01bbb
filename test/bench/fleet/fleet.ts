import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";
import { compareCrawls } from "./compare-crawls.ts";
import { copySite, countRows } from "./copy-site.ts";
import { COUNTING_POSTGRES, countStatements, forgetStatements, readCostliest } from "./database-load.ts";
import { describeDurations, describeMemory, describeStages, describeUse } from "./describe-run.ts";
import { originOf, portsFor } from "./fleet-hosts.ts";
import { openMeter } from "./open-meter.ts";
import { startSites } from "./start-sites.ts";
import { startWorkers } from "./start-workers.ts";

/**
 * Measures the daily crawls of many small sites that are all due at once: real workers, PostgreSQL that waits for its disk, and a server of
 * the sites, all on this machine. Two sites are crawled for the first time; the others are copies of one of them in the database. Then 1 % of
 * all pages change, and the schedule finds all sites due. Ends with 1 if a Crawl ended otherwise than its site's changes say, or if 10,000
 * sites at this speed would take more than an hour.
 * `node test/bench/fleet/fleet.ts [--sites 300] [--workers 1] [--crawls 4] [--latency 100] [--pages 20] [--delay 0] [--pictures 0]
 * [--statements 0] [--profile FOLDER]`. `--crawls`: WORKER_CRAWLS. `--delay`: Crawl-delay of the sites in seconds; 0.15 is the pace for sites
 * that are not verified. `--pictures`: PICTURES_PER_CRAWL. `--statements`: how many of the costliest are listed. `--profile`: of each worker.
 */
const { values } = parseArgs({
  options: {
    sites: { type: "string", default: "300" },
    workers: { type: "string", default: "1" },
    crawls: { type: "string", default: "4" },
    latency: { type: "string", default: "100" },
    pages: { type: "string", default: "20" },
    delay: { type: "string", default: "0" },
    pictures: { type: "string", default: "0" },
    statements: { type: "string", default: "0" },
    profile: { type: "string" },
  },
});
const [sites, pages, workerCount] = [Number(values.sites), Number(values.pages), Number(values.workers)];
const DUE_WITHIN_AN_HOUR = 10_000;
/** Sites that are crawled for the first time; the first one is copied. */
const REAL_SITES = 2;
const FIRST_PATIENCE_MS = 300_000;
const PATIENCE_MS = 2 * 3_600_000;

const folder = await mkdtemp(join(import.meta.dirname, "..", "..", "..", "node_modules", "fleet-benchmark-"));
const postgres = await startThrowawayPostgres(COUNTING_POSTGRES);
await migrate(postgres.url);
await countStatements(postgres.adminUrl);
const db = createDatabase(postgres.url, 3);
const queue = await createQueue(postgres.url, (error) => print(error.message));
const running: { stop(signal?: NodeJS.Signals): Promise<unknown> }[] = [];
// Nothing is left running when the benchmark is stopped. The next run of any benchmark stops its PostgreSQL.
process.once("exit", () => {
  for (const each of running) void each.stop("SIGKILL");
});
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => process.exit(1));
try {
  await buildWorker(folder);
  const server = await startSites({
    ports: portsFor(sites),
    pages,
    latencyMs: Number(values.latency),
    delaySeconds: values.delay,
  });
  running.push(server);
  const workers = await startWorkers(folder, postgres.url, {
    count: workerCount,
    settings: { WORKER_CRAWLS: values.crawls, PICTURES_PER_CRAWL: values.pictures },
    profile: values.profile,
  });
  running.push(...workers);
  const origins = Array.from({ length: sites }, (_, site) => originOf(site, server.ports));
  await seed(origins);
  await server.change();
  await forgetStatements(postgres.adminUrl);
  const meter = await openMeter({ db, adminUrl: postgres.adminUrl, workers, server });
  const before = await meter.read();
  const dueAt = Date.now();
  await db.$executeRaw`UPDATE "Site" SET "nextCrawlAt" = now() - interval '1 minute'`;
  await waitFor("all crawls to end", isOver, PATIENCE_MS);
  const seconds = await readSeconds(dueAt);
  const after = await meter.read();

  const hourly = (sites * 3600) / seconds.crawling;
  const done = await db.crawl.aggregate({ where: { reason: "scheduled" }, _sum: { pagesDone: true } });
  print(`${sites} sites in ${seconds.crawling.toFixed(1)} s (${seconds.all.toFixed(1)} s since they were due):`);
  print(
    `  ${workerCount} workers with ${values.crawls} crawls at a time, ${values.latency} ms latency, ${values.delay} s delay`,
  );
  print(`  ${Math.round(hourly)} sites an hour, ${((done._sum.pagesDone ?? 0) / seconds.crawling).toFixed(1)} pages a second`);
  print(`  a crawl: ${await describeDurations(db)}; stages ${describeStages(workers)}`);
  for (const line of describeUse(before, after, { sites, seconds: seconds.crawling })) print(`  ${line}`);
  print(`  memory: ${await describeMemory(workers)}`);
  for (const { query, calls, ms } of await readCostliest(postgres.adminUrl, Number(values.statements)))
    print(`  ${(ms / sites).toFixed(2)} ms a crawl in ${(calls / sites).toFixed(1)} calls: ${query.slice(0, 180)}`);
  const faults = await compareCrawls(db, { origins, pages });
  print(
    faults.length === 0
      ? "  every crawl ended as its site's changes say"
      : `  wrong: ${faults.slice(0, 5).join("\n  wrong: ")}`,
  );
  print(
    `  ${DUE_WITHIN_AN_HOUR} sites an hour need ${Math.ceil((DUE_WITHIN_AN_HOUR / hourly) * workerCount)} workers as fast as these`,
  );
  if (faults.length > 0 || hourly < DUE_WITHIN_AN_HOUR) process.exitCode = 1;
} finally {
  await Promise.all(running.map((each) => each.stop()));
  await queue.stop({ graceful: false });
  await db.$disconnect();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Crawls the first sites, and copies one of them to all other addresses. @throws if a copy has other rows than a site that was crawled */
async function seed(origins: readonly string[]): Promise<void> {
  const [origin = "", other = "", copy = ""] = origins;
  const siteIds = await crawlFirst([origin, other]);
  const [siteId = "", otherId = ""] = siteIds;
  const startedAt = performance.now();
  await copySite(db, { siteId, origin, origins, from: REAL_SITES });
  const wanted = JSON.stringify(await countRows(db, { siteId: otherId, origin: other }));
  const found = JSON.stringify(await countRows(db, { siteId: `${siteId}-${REAL_SITES}`, origin: copy }));
  if (wanted !== found) throw new Error(`A crawled site has the rows ${wanted}, and a copy ${found}.`);
  await db.$executeRawUnsafe("VACUUM ANALYZE");
  print(`${sites} sites of ${pages} pages, copied in ${((performance.now() - startedAt) / 1000).toFixed(0)} s; rows: ${found}`);
}

async function crawlFirst(origins: readonly string[]): Promise<string[]> {
  const siteIds: string[] = [];
  for (const origin of origins) {
    const site = await addTestSite(db, { startUrl: `${origin}/`, pageLimit: 100 });
    await db.team.update({ where: { id: site.teamId }, data: { plan: "agency" } });
    await requestCrawl({ db, queue, now: new Date() }, site);
    siteIds.push(site.siteId);
  }
  const isCrawled = async () => (await db.crawl.count({ where: { state: "finished" } })) === siteIds.length;
  await waitFor("the first crawls to end", isCrawled, FIRST_PATIENCE_MS);
  const isTold = async () => (await db.delivery.count({ where: { state: { not: "sent" } } })) === 0;
  await waitFor("the first reports to be sent", isTold, FIRST_PATIENCE_MS);
  return siteIds;
}

async function isOver(): Promise<boolean> {
  // Counting should cost nothing beside what is measured.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const [row] = await db.$queryRaw<{ ended: number }[]>`
    SELECT count(*)::int AS "ended" FROM "Crawl" WHERE "reason" = 'scheduled' AND "state" NOT IN ('queued', 'running')`;
  return row?.ended === sites;
}

/** `crawling`: from the first start to the last end. */
async function readSeconds(dueAt: number): Promise<{ crawling: number; all: number }> {
  const { _min, _max } = await db.crawl.aggregate({
    where: { reason: "scheduled" },
    _min: { startedAt: true },
    _max: { finishedAt: true },
  });
  const [start, end] = [_min.startedAt?.getTime() ?? 0, _max.finishedAt?.getTime() ?? 0];
  return { crawling: (end - start) / 1000, all: (end - dueAt) / 1000 };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
