import { pino } from "pino";
import { DomainError } from "#worker/core/errors.ts";
import { formatChanges } from "#worker/core/report/format-changes.ts";
import { formatReport } from "#worker/core/report/format-report.ts";
import { formatGithub } from "#worker/core/report/formats/format-github.ts";
import { formatJunit } from "#worker/core/report/formats/format-junit.ts";
import { formatSarif } from "#worker/core/report/formats/format-sarif.ts";
import { failedRun, type ReportRun } from "#worker/core/report/formats/report-run.ts";
import type { Report } from "#worker/core/report/report.ts";
import { COLOUR_STYLE, PLAIN_STYLE } from "#worker/core/report/text-style.ts";
import { type CheckArguments, parseArguments, USAGE, wantsUsage } from "./arguments.ts";
import { openCheck } from "./open-check.ts";
import { readArgumentFile } from "./read-argument-file.ts";
import { readSiteList } from "./read-site-list.ts";
import { showProgress } from "./show-progress.ts";

const EXIT = { nothingFound: 0, found: 1, couldNotRun: 2 } as const;
/** Address in the crawler's user agent if APP_URL is not set. */
const DEFAULT_APP_URL = "https://flawless.example";

/** Runs `npm run check`: prints the report on standard output, everything else on standard error. Returns the exit code. */
async function main(): Promise<number> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  process.once("SIGTERM", () => interrupted.abort());
  const progress = showProgress(process.stderr);
  try {
    const args = process.argv.slice(2);
    if (wantsUsage(args)) {
      await print(`${USAGE}\n`);
      return EXIT.nothingFound;
    }
    return await checkAll(parseArguments(args), { progress, signal: interrupted.signal });
  } catch (error) {
    progress.end();
    say(explain(error).message);
    return EXIT.couldNotRun;
  }
}

type Running = { progress: ReturnType<typeof showProgress>; signal: AbortSignal };

/** Checks the sites one after another. One that cannot be checked does not end the run. */
async function checkAll(wanted: CheckArguments, { progress, signal }: Running): Promise<number> {
  const sites = wanted.url === null ? readSiteList(await readArgumentFile("--sites", wanted.sites ?? "")) : [wanted.url];
  const check = await openCheck(sites, wanted, {
    appUrl: process.env.APP_URL || DEFAULT_APP_URL,
    configuredBrowser: process.env.CHROMIUM_PATH,
    languageToolUrl: process.env.LANGUAGETOOL_URL,
    log: pino({ level: process.env.LOG_LEVEL || "warn" }, pino.destination(2)),
    signal,
    onProgress: progress.report,
  });
  const runs: ReportRun[] = [];
  try {
    for (const site of sites) {
      if (signal.aborted) break;
      const result = await check.check(site).catch((error: unknown) => failedRun(site, explain(error)));
      progress.end();
      const run = { checks: wanted.only, ...result };
      if (run.failure) say(sites.length > 1 ? `${site}: ${run.failure.message}` : run.failure.message);
      runs.push(run);
      await print(formatOne(run, wanted.format));
    }
  } finally {
    await check.close();
  }
  await print(formatAll(runs, wanted.format));
  if (signal.aborted || runs.some(({ failure }) => failure !== null)) return EXIT.couldNotRun;
  return runs.some(({ report }) => hasNews(report)) ? EXIT.found : EXIT.nothingFound;
}

type SiteRun = ReportRun & { isFirstRun?: boolean };
type Format = CheckArguments["format"];
/** Returns what is printed after each site. To read or as JSON, nothing is said of a site about which nothing is known. */
function formatOne(run: SiteRun, format: Format): string {
  if (format === "github") return formatGithub(run);
  const { blocks, links } = run.report.stats;
  if (run.failure && blocks + links === 0) return "";
  if (format === "json") return `${JSON.stringify(run.report)}\n`;
  return format === "text" ? inWords(run) : "";
}

/** Returns what is printed at the end, in the formats that are one document. */
function formatAll(runs: readonly ReportRun[], format: Format): string {
  if (format === "sarif") return formatSarif(runs);
  return format === "junit" ? formatJunit(runs) : "";
}

function explain(error: unknown): { code: string; message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: "fault", message: `The crawl failed: ${error instanceof Error ? error.stack : error}` };
}

/** With a baseline, only what opened since counts. */
function hasNews({ findings, changes }: Report): boolean {
  return changes === undefined ? findings.length > 0 : changes.some(({ event, quiet }) => event !== "fixed" && !quiet);
}

/** Formats the whole report, or with a baseline what changed; a baseline's first run shows what it starts with. */
function inWords({ report, notChecked, isFirstRun = false }: SiteRun): string {
  const style = process.stdout.isTTY && !process.env.NO_COLOR ? COLOUR_STYLE : PLAIN_STYLE;
  if (report.changes === undefined) return formatReport(report, notChecked, style);
  return isFirstRun ? `${formatReport(report, notChecked, style)}\n${FIRST_RUN}\n` : formatChanges(report.changes, style);
}

const FIRST_RUN = "This was the first run with this baseline. The next one shows only what changed since.";

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Resolves when all of it is written: a pipe takes a long report in pieces. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

process.exitCode = await main();
