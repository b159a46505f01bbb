import { performance } from "node:perf_hooks";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { findIssueList, findMatchingIssues } from "#prisma/queries/issue-list/find-issue-list.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { parseIssueListQuery } from "#worker/core/view/issue-list-query.ts";
import { seedManyIssues } from "./issues/seed-many-issues.ts";

/**
 * Measures the list of issues: 200,000 over a team's sites, half of them on one. Prints the median and the worst time of each filter, with
 * its first page and all counts. `node test/bench/issue-list.ts [issues] [rounds]`
 */
const ISSUES = Number(process.argv[2] ?? 200_000);
const ROUNDS = Number(process.argv[3] ?? 15);
const LIMIT_MS = 300;

const server = await startThrowawayPostgres();
try {
  await migrate(server.url);
  const db = createDatabase(server.url);
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
      const times = await measure(() => findIssueList(db, wanted));
      slowest = Math.max(slowest, times.worst);
      print(line(new URLSearchParams(filter).toString() || "no filter", times, total));
    }
    const wanted = { teamId, siteId, query: parseIssueListQuery({}), now: new Date() };
    print(line("select the first 500", await measure(() => findMatchingIssues(db, wanted, 500)), 500));
  }
  print(`\nworst of all ${slowest.toFixed(0)} ms, ${slowest < LIMIT_MS ? "below" : "ABOVE"} ${LIMIT_MS} ms`);
  await db.$disconnect();
} finally {
  await server.stop();
}

async function measure(work: () => Promise<unknown>): Promise<{ median: number; worst: number }> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, worst: times.at(-1) ?? 0 };
}

function line(name: string, { median, worst }: { median: number; worst: number }, total: number): string {
  return `${name.padEnd(52)} median ${median.toFixed(0).padStart(5)} ms  worst ${worst.toFixed(0).padStart(5)} ms  ${total} found`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
