import { pino } from "pino";
import { DomainError } from "#worker/core/errors.ts";
import { formatReport } from "#worker/core/report/format-report.ts";
import { COLOUR_STYLE, PLAIN_STYLE } from "#worker/core/report/text-style.ts";
import { parseArguments, USAGE, wantsUsage } from "./arguments.ts";
import { runCheck } from "./run-check.ts";
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
    const { report, notChecked, failure } = await runCheck(wanted, {
      appUrl: process.env.APP_URL || DEFAULT_APP_URL,
      configuredBrowser: process.env.CHROMIUM_PATH,
      languageToolUrl: process.env.LANGUAGETOOL_URL,
      log: pino({ level: process.env.LOG_LEVEL || "warn" }, pino.destination(2)),
      signal: interrupted.signal,
      onProgress: progress.report,
    });
    progress.end();
    if (failure) say(failure.message);
    if (failure && report.stats.blocks + report.stats.links === 0) return EXIT.couldNotRun;
    await print(wanted.json ? `${JSON.stringify(report)}\n` : formatReport(report, notChecked, style));
    if (failure) return EXIT.couldNotRun;
    return report.findings.length > 0 ? EXIT.found : EXIT.nothingFound;
  } catch (error) {
    progress.end();
    say(error instanceof DomainError ? error.message : `The crawl failed: ${error instanceof Error ? error.stack : error}`);
    return EXIT.couldNotRun;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Resolves when all of it is written: a pipe takes a long report in pieces. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

process.exitCode = await main();
