import { performance } from "node:perf_hooks";
import { createDatabase, type Database } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { rescueCrawls } from "#prisma/queries/crawls/rescue-crawls.ts";
import { scheduleCrawls } from "#prisma/queries/crawls/schedule-crawls.ts";
import { createQueue } from "#prisma/queue.ts";
import { processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";

/**
 * Measures the schedule with 1,000,000 sites, a third of them paused with a time long past, and three Crawls of each: looking when nothing is
 * due, looking for lost Crawls, and queuing all that are due at once, with their rows and jobs.
 * `node test/bench/data/scheduling.ts [sites] [due]`
 */
const SITES = Number(process.argv[2] ?? 1_000_000);
const DUE = Number(process.argv[3] ?? 20_000);
const BARS = { lookMs: 1_000, crawlsASecond: 10_000 } as const;
const NOW = new Date("2026-11-20T12:00:00Z");
const ROUNDS = 10;

const postgres = await startThrowawayPostgres();
const db = createDatabase(postgres.url, 3);
const queue = await createQueue(postgres.url, (error) => print(error.message));
try {
  await migrate(postgres.url);
  const began = performance.now();
  await seedSites(db);
  print(
    `${SITES} sites, a third paused, with ${SITES * 3} crawls, made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  const readPostgres = await watchPostgres(db);

  const nothing = await time(ROUNDS, () => scheduleCrawls(db, queue, NOW));
  print(`nothing is due: ${nothing.toFixed(1)} ms a look (must be ≤ ${BARS.lookMs} ms)`);
  const rescue = await time(ROUNDS, () => rescueCrawls(db, queue, NOW));
  print(`no crawl is lost: ${rescue.toFixed(1)} ms a look (must be ≤ ${BARS.lookMs} ms)`);
  for (const name of ["Site_due_idx", "Crawl_under_way_idx"]) print(`  ${name}: ${await sizeOf(db, name)}`);

  await db.$executeRaw`UPDATE "Site" SET "nextCrawlAt" = ${NOW}::timestamp - interval '1 second' WHERE "pausedBy" IS NULL
    AND "id" IN (SELECT "id" FROM "Site" WHERE "pausedBy" IS NULL ORDER BY "crawlHour", "crawlMinute" LIMIT ${DUE})`;
  const before = { own: await processMs(process.pid), postgres: await readPostgres() };
  const started = performance.now();
  const queued = await scheduleCrawls(db, queue, NOW);
  const seconds = (performance.now() - started) / 1000;
  const [own, server] = [(await processMs(process.pid)) - before.own, (await readPostgres()) - before.postgres];
  const rate = queued / seconds;
  print(`${queued} crawls queued in ${seconds.toFixed(1)} s: ${Math.round(rate)} a second (must be ≥ ${BARS.crawlsASecond})`);
  print(`  processor: ${(own / queued).toFixed(3)} ms a crawl here, ${(server / queued).toFixed(3)} ms in PostgreSQL`);
  const jobs = (await queue.findJobs("crawl", { queued: true })).length;
  print(`  ${jobs} jobs wait`);
  if (nothing > BARS.lookMs || rescue > BARS.lookMs || rate < BARS.crawlsASecond || queued !== DUE || jobs !== DUE)
    process.exitCode = 1;
} finally {
  await queue.stop({ graceful: false });
  await db.$disconnect();
  await postgres.stop();
}

/** Sites of 10,000 Teams. Active ones are due within the next day, paused ones were due in the last year. */
async function seedSites(target: Database): Promise<void> {
  await target.$executeRaw`INSERT INTO "Team" ("id", "name", "plan") SELECT 'team' || n, 'Team ' || n, 'agency' FROM generate_series(0, 9999) AS n`;
  await target.$executeRaw`
    INSERT INTO "Site" ("id", "teamId", "name", "startUrl", "timeZone", "crawlHour", "crawlMinute", "pageLimit", "pausedBy", "nextCrawlAt")
    SELECT gen_random_uuid()::text, 'team' || n % 10000, 'Site ' || n, 'https://site' || n || '.example/',
      (ARRAY['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC'])[1 + n % 4], n % 24, n % 60, 1000,
      CASE WHEN n % 3 = 0 THEN 'plan'::"PausedBy" END,
      ${NOW}::timestamp + CASE WHEN n % 3 = 0 THEN make_interval(mins => -(n % 500000)) ELSE make_interval(mins => 1 + n % 1440) END
    FROM generate_series(1, ${SITES}) AS n`;
  await target.$executeRaw`
    INSERT INTO "Crawl" ("id", "siteId", "reason", "state", "queuedAt", "startedAt", "finishedAt")
    SELECT gen_random_uuid()::text, site."id", CASE WHEN n = 3 THEN 'first' ELSE 'scheduled' END::"CrawlReason", 'finished',
      ${NOW}::timestamp - make_interval(days => n), ${NOW}::timestamp - make_interval(days => n), ${NOW}::timestamp - make_interval(days => n)
    FROM "Site" AS site, generate_series(1, 3) AS n`;
  await target.$executeRawUnsafe('VACUUM ANALYZE "Site", "Crawl"');
}

async function time(rounds: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) await work();
  return (performance.now() - started) / rounds;
}

async function sizeOf(from: Database, index: string): Promise<string> {
  const [row] = await from.$queryRaw<
    { size: string }[]
  >`SELECT pg_size_pretty(pg_relation_size(${`"${index}"`}::regclass)) AS "size"`;
  return row?.size ?? "";
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
