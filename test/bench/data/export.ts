import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pino } from "pino";
import { csvResponse } from "#app/_lib/csv-response.ts";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { printHtml } from "#worker/browser/print-html.ts";
import { reportHtml } from "#worker/core/report/outside/report-html.ts";
import { ISSUE_HEADINGS, issueCells } from "#worker/core/view/csv/issue-cells.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import { collectReport } from "#worker/jobs/draw-report.ts";
import { seedManyIssues } from "./seed-many-issues.ts";

/**
 * Measures the export of a team's issues as CSV (time, rows, bytes, and the most memory that this process uses more than before), and the
 * drawing of 500 and 1,000 of them as PDF. `node --expose-gc test/bench/data/export.ts [issues] [folder for the PDFs]`
 */
const ISSUES = Number(process.argv[2] ?? 200_000);
const kept = process.argv[3];
/** Chunks of the file after which the memory is measured. */
const CHUNKS_BETWEEN = 5;

const server = await startThrowawayPostgres();
const folder = kept ?? (await mkdtemp(join(tmpdir(), "export-")));
try {
  await migrate(server.url);
  const db = createDatabase(server.url);
  const { teamId, largestSiteId } = await seedManyIssues(db, ISSUES);
  const query = parseIssueListQuery({ confidence: "all" });
  await exportAll(() => findAllIssues(db, { teamId, query, now: new Date() }));
  const report = await collectReport(db, { teamId, siteId: largestSiteId, now: new Date() });
  if (!report) throw new Error("There is no report.");
  const executablePath = await requireBrowser();
  const browser = await openBrowser({
    executablePath,
    allowedPrivateHosts: [],
    log: pino({ level: "silent" }),
    purpose: "draw",
  });
  for (const most of [500, 1_000]) {
    const began = performance.now();
    const pdf = await printHtml(browser, reportHtml({ ...report, issues: report.issues.slice(0, most) }));
    const pages =
      Buffer.from(pdf)
        .toString("latin1")
        .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    print(`PDF of ${most} issues: ${seconds(began)}, ${pages} pages, ${Math.round(pdf.length / 1_000)} kB`);
    await writeFile(join(folder, `report-${most}.pdf`), pdf);
  }
  await browser.close();
  await db.$disconnect();
} finally {
  await server.stop();
  if (!kept) await rm(folder, { recursive: true });
}

async function exportAll(batches: () => ReturnType<typeof findAllIssues>): Promise<void> {
  const before = memoryNow();
  const began = performance.now();
  const cellsOf = (issue: Parameters<typeof issueCells>[0]) => issueCells(issue, "https://flawless.example");
  const { body } = csvResponse({ fileName: "x.csv", headings: ISSUE_HEADINGS, batches: batches(), cellsOf });
  let [bytes, rows, chunks, most] = [0, -1, 0, 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    rows += Buffer.from(chunk).toString("latin1").split("\r\n").length - 1;
    chunks += 1;
    if (chunks % CHUNKS_BETWEEN === 0) most = Math.max(most, memoryNow() - before);
  }
  print(
    `CSV: ${rows} rows, ${Math.round(bytes / 1e6)} MB in ${seconds(began)}; at most ${Math.round(most / 1e6)} MB more memory`,
  );
}

/** Returns the bytes in use, without those that only wait to be freed. */
function memoryNow(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1_000).toFixed(1)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
