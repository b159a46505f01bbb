import { performance } from "node:perf_hooks";
import { createDatabase } from "#prisma/client.ts";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { evictCaches } from "./evict-caches.ts";
import { explainSlow } from "./explain-slow.ts";
import type { PageLoad } from "./page-loads.ts";
import { readStatementTimes, resetStatementTimes, type StatementTime } from "./statement-times.ts";

type Options = {
  server: EmbeddedPostgres;
  loads: readonly PageLoad[];
  print(line: string): void;
  plan(text: string): Promise<void>;
};

const WARM_ROUNDS = 5;
/** Statements that take this long with a warm cache are explained. */
const SLOW_MS = 100;
const SHOWN_SQL = 150;

/** Measures each load with nothing in the caches, and again with everything in them, and prints its slowest statement. */
export async function measureLoads({ server, loads, print, plan }: Options): Promise<void> {
  print("| page | cold, ms | warm, ms | processor, ms | slowest statement cold, ms | warm, ms | its blocks | statement |");
  print("| --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const { name, load } of loads) {
    try {
      await measure(name, load);
    } catch (error) {
      // Such as a search that gives up after five seconds: that is a result, too.
      print(`| ${name} | failed: ${error instanceof Error ? error.message : error} |`);
    }
  }

  async function measure(name: string, load: PageLoad["load"]): Promise<void> {
    await evictCaches(server);
    const db = createDatabase(server.url, 5);
    const times: number[] = [];
    const timed = async () => {
      const began = performance.now();
      await load(db);
      times.push(performance.now() - began);
    };
    await db.$queryRaw`SELECT 1`;
    await resetStatementTimes(server.adminUrl);
    await timed();
    const cold = slowestOf(await readStatementTimes(server.adminUrl));
    await load(db);
    await resetStatementTimes(server.adminUrl);
    const readPostgres = await watchPostgres(db);
    const before = (await processMs(process.pid)) + (await readPostgres());
    for (let round = 0; round < WARM_ROUNDS; round += 1) await timed();
    const cpuMs = ((await processMs(process.pid)) + (await readPostgres()) - before) / WARM_ROUNDS;
    // The mean, because on a busy machine the slowest of five runs is one that waited for the processor.
    const warm = slowestOf(await readStatementTimes(server.adminUrl));
    await db.$disconnect();
    const [coldMs = 0, ...warmMs] = times;
    const median = warmMs.sort((a, b) => a - b)[Math.floor(WARM_ROUNDS / 2)] ?? 0;
    const meanMs = warm ? warm.totalMs / warm.calls : 0;
    print(
      `| ${name} | ${coldMs.toFixed(0)} | ${median.toFixed(0)} | ${cpuMs.toFixed(0)} | ${cold?.maxMs.toFixed(0)} | ${meanMs.toFixed(0)} | ${warm?.blocks} | ${warm?.sql.replaceAll("|", "/").slice(0, SHOWN_SQL)} |`,
    );
    if (meanMs >= SLOW_MS) await plan(`\n=== ${name}\n${await explainSlow(server, SLOW_MS, load)}`);
  }
}

/** Returns the statement that takes longest on average. */
function slowestOf(statements: StatementTime[]): StatementTime | undefined {
  return statements.toSorted((a, b) => b.totalMs / b.calls - a.totalMs / a.calls)[0];
}
