import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { seedTeamsOfIssues } from "./seed-many-issues.ts";

/**
 * Measures the export of a team's issues as CSV in a process whose heap for what lives longer is 64 MB: rows a second and the most memory,
 * for a tenth and for all of 200,000 issues. `node test/bench/data/csv.ts [issues]`
 */
const ISSUES = Number(process.argv[2] ?? 200_000);
const HEAP_MB = 64;
const MOST_GROWTH = 1.5;
const figuresSchema = z.object({
  rows: z.number(),
  bytes: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  mostHeap: z.number(),
  mostRss: z.number(),
});

const postgres = await startThrowawayPostgres();
const db = createDatabase(postgres.url, 2);
try {
  await migrate(postgres.url);
  const like = { sites: 50, pages: [2_000, 50] as [number, number], crawls: 2 };
  await seedTeamsOfIssues(db, [
    { id: "tenth", issues: ISSUES / 10, ...like },
    { id: "all", issues: ISSUES, ...like },
  ]);
  print("| issues | search | rows | MB | seconds | rows a second | processor seconds | most heap | most memory |");
  print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  const heaps: number[] = [];
  for (const [team, search] of [
    ["tenth", ""],
    ["all", ""],
    ["all", "q=sentence before"],
  ] as const) {
    const script = join(import.meta.dirname, "csv-export.ts");
    const args = [`--max-old-space-size=${HEAP_MB}`, script, postgres.url, team, search];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const { rows, bytes, seconds, cpuSeconds, mostHeap, mostRss } = figuresSchema.parse(JSON.parse(stdout));
    heaps.push(mostHeap);
    const megabytes = (value: number) => `${(value / 1e6).toFixed(0)} MB`;
    const cells = [
      team,
      search || "none",
      rows,
      megabytes(bytes),
      seconds.toFixed(1),
      Math.round(rows / seconds),
      cpuSeconds.toFixed(1),
      megabytes(mostHeap),
      megabytes(mostRss),
    ];
    print(`| ${cells.join(" | ")} |`);
  }
  const growth = (heaps[1] ?? Number.NaN) / (heaps[0] ?? Number.NaN);
  print(`\nten times the rows need ${growth.toFixed(2)} times the heap (must be ≤ ${MOST_GROWTH})`);
  if (!(growth <= MOST_GROWTH)) process.exitCode = 1;
} finally {
  await db.$disconnect();
  await postgres.stop();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
