import { performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import { csvResponse } from "#app/_lib/csv-response.ts";
import { createDatabase } from "#prisma/client.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

/**
 * Writes all issues of a Team as CSV, in a process with a small heap: `node --max-old-space-size=64 test/bench/data/csv-export.ts <database>
 * <team> [search]`. test/bench/data/csv.ts starts it. Prints rows, seconds and memory as JSON. A reader who takes all as fast as it comes.
 */
const [url = "", teamId = "", search = ""] = process.argv.slice(2);
const db = createDatabase(url, 2);
const query = parseIssueListQuery({ confidence: "all", ...Object.fromEntries(new URLSearchParams(search)) });
const before = process.memoryUsage().rss;
const began = performance.now();
const { body } = csvResponse({
  fileName: "issues.csv",
  headings: ISSUE_HEADINGS,
  batches: findAllIssues(db, { teamId, query, now: new Date() }),
  cellsOf: (issue) => issueCells(issue, "https://flawless.example"),
});
let [bytes, rows, mostHeap, mostRss] = [0, -1, 0, 0];
for await (const chunk of body ?? []) {
  bytes += chunk.length;
  for (const byte of chunk) if (byte === 10) rows += 1;
  const { heapUsed, external, rss } = process.memoryUsage();
  mostHeap = Math.max(mostHeap, heapUsed + external);
  mostRss = Math.max(mostRss, rss);
}
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage();
const figures = {
  rows,
  bytes,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  heapLimit: getHeapStatistics().heap_size_limit,
  mostHeap,
  mostRss,
  before,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
await db.$disconnect();
