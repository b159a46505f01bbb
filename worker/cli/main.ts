import { pino } from "pino";
import { DomainError } from "#worker/core/errors.ts";
import { formatChanges } from "#worker/core/report/format-changes.ts";
import { formatReport } from "#worker/core/report/format-report.ts";
import type { Report } from "#worker/core/report/report.ts";
import { COLOUR_STYLE, PLAIN_STYLE, type TextStyle } from "#worker/core/report/text-style.ts";
import { parseArguments, USAGE, wantsUsage } from "./arguments.ts";
import { type CheckResult, runCheck } from "./run-check.ts";
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
  const style = process.stdout.isTTY && !process.env.NO_COLOR ? COLOUR_STYLE : PLAIN_STYLE;
  try {
    const args = process.argv.slice(2);
    if (wantsUsage(args)) {
      await print(`${USAGE}\n`);
      return EXIT.nothingFound;
    }
    const wanted = parseArguments(args);
    const result = await runCheck(wanted, {
      appUrl: process.env.APP_URL || DEFAULT_APP_URL,
      configuredBrowser: process.env.CHROMIUM_PATH,
      languageToolUrl: process.env.LANGUAGETOOL_URL,
      log: pino({ level: process.env.LOG_LEVEL || "warn" }, pino.destination(2)),
      signal: interrupted.signal,
      onProgress: progress.report,
    });
    progress.end();
    const { report, failure } = result;
    if (failure) say(failure.message);
    if (failure && report.stats.blocks + report.stats.links === 0) return EXIT.couldNotRun;
    await print(wanted.json ? `${JSON.stringify(report)}\n` : inWords(result, style));
    if (failure) return EXIT.couldNotRun;
    return hasNews(report) ? EXIT.found : EXIT.nothingFound;
  } catch (error) {
    progress.end();
    say(error instanceof DomainError ? error.message : `The crawl failed: ${error instanceof Error ? error.stack : error}`);
    return EXIT.couldNotRun;
  }
}

/** With a baseline, only what opened since counts. */
function hasNews({ findings, changes }: Report): boolean {
  return changes === undefined ? findings.length > 0 : changes.some(({ event, quiet }) => event !== "fixed" && !quiet);
}

/** Formats the whole report, or with a baseline what changed; a baseline's first run shows what it starts with. */
function inWords({ report, notChecked, isFirstRun }: CheckResult, style: TextStyle): string {
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
