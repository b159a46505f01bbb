import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { createDatabase, type Database } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { findIssueList, findMatchingIssues } from "#prisma/queries/issue-list/find-issue-list.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { seedManyIssues } from "./seed-many-issues.ts";

/**
 * Measures the list of issues: 200,000 over a team's sites, half of them on one. Prints the median and the worst time of each filter, with
 * its first page and all counts, and the processor time of this process and PostgreSQL's, which a busy machine does not change. `node test/bench/data/issue-list.ts [issues] [rounds]`
 */
const ISSUES = Number(process.argv[2] ?? 200_000);
const ROUNDS = Number(process.argv[3] ?? 15);
const LIMIT_MS = 300;

const server = await startThrowawayPostgres();
try {
  await migrate(server.url);
  const db = createDatabase(server.url);
  // The time of a parallel worker could not be read once it has ended.
  await db.$executeRawUnsafe("ALTER DATABASE flawless SET max_parallel_workers_per_gather = 0");
  const began = performance.now();
  const { teamId, largestSiteId, pageId } = await seedManyIssues(db, ISSUES);
  print(`${ISSUES} issues made in ${((performance.now() - began) / 1000).toFixed(0)} s; ${ROUNDS} rounds each`);
  const sample = await db.issue.findFirstOrThrow({ where: { siteId: largestSiteId, state: "open" } });
  const filters: Record<string, string>[] = [
    {},
    { check: "grammar" },
    { rule: sample.rule },
    { state: "ignored" },
    { state: "fixed", sort: "newest" },
    { confidence: "hints" },
    { confidence: "all" },
    { section: "shop" },
    { section: "nowhere" },
    { pageId },
    { age: "new" },
    { age: "older" },
    { assignee: "none" },
    { assignee: "somebody" },
    { q: sample.text },
    { q: "sentence before" },
    { q: "no such words" },
    { q: "page-12" },
    { q: "a" },
    { q: "sentence", rule: sample.rule, section: "shop" },
    { sort: "newest" },
    { sort: "page" },
    { sort: "a-z" },
    { page: "100" },
    { group: "mistake" },
    { group: "page" },
    { group: "mistake", check: "spelling", age: "week" },
  ];
  let slowest = 0;
  for (const siteId of [undefined, largestSiteId]) {
    print(siteId ? "\none site with half of them" : "\nall sites of the team");
    for (const filter of filters) {
      const wanted = { teamId, siteId, query: parseIssueListQuery(filter), now: new Date() };
      const { total } = await findIssueList(db, wanted);
      const times = await measure(db, () => findIssueList(db, wanted));
      slowest = Math.max(slowest, times.worst);
      print(line(new URLSearchParams(filter).toString() || "no filter", times, total));
    }
    const wanted = { teamId, siteId, query: parseIssueListQuery({}), now: new Date() };
    print(line("select the first 500", await measure(db, () => findMatchingIssues(db, wanted, 500)), 500));
  }
  print(`\nworst of all ${slowest.toFixed(0)} ms, ${slowest < LIMIT_MS ? "below" : "ABOVE"} ${LIMIT_MS} ms`);
  await db.$disconnect();
} finally {
  await server.stop();
}

type Times = { median: number; worst: number; cpu: number };

async function measure(db: Database, work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const cpuBefore = await processorMs(db);
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  const cpu = ((await processorMs(db)) - cpuBefore) / ROUNDS;
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, worst: times.at(-1) ?? 0, cpu };
}

/** Returns the processor time so far of this process and of PostgreSQL's for its connections, in steps of 10 ms. Linux only. */
async function processorMs(db: Database): Promise<number> {
  const backends = await db.$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity WHERE datname = current_database()`;
  const { user, system } = process.cpuUsage();
  let sum = (user + system) / 1000;
  for (const { pid } of backends) {
    const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
    sum += (Number(fields[11]) + Number(fields[12])) * 10;
  }
  return sum;
}

function line(name: string, { median, worst, cpu }: Times, total: number): string {
  const figures = [
    `median ${median.toFixed(0).padStart(5)} ms`,
    `worst ${worst.toFixed(0).padStart(5)} ms`,
    `processor ${cpu.toFixed(0).padStart(4)} ms`,
  ];
  return `${name.padEnd(52)} ${figures.join("  ")}  ${total} found`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
