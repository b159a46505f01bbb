import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseSettings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { reportErrors } from "#worker/telemetry/report-errors.ts";
import { runWebProcesses } from "./run-web-processes.ts";

/** Each holds some 200 MB, and a server for many visitors sets the number itself. */
const MOST_BY_DEFAULT = 4;
/** A script of its own, so that the process that starts the others loads neither Next nor the database client. */
const WEB_PROCESS = new URL(import.meta.url.endsWith(".ts") ? "./web-process.ts" : "./web-process.mjs", import.meta.url);

let flushReports = () => Promise.resolve();

/**
 * Runs the web server: one process for each processor core, or as many as WEB_PROCESSES says, which share the port. The first argument names
 * the network interface; without it, only this machine is served.
 */
async function main(): Promise<void> {
  const startedAt = Date.now();
  const settings = parseSettings(process.env);
  const count = settings.WEB_PROCESSES ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);
  if (count === 1) return await import(WEB_PROCESS.href);
  flushReports = reportErrors(settings.SENTRY_DSN, "web");
  await runWebProcesses({
    count,
    script: fileURLToPath(WEB_PROCESS),
    environment: { FLAWLESS_RENDERING_MARK: randomUUID() },
    onReady: () => process.stdout.write(`Ready in ${Date.now() - startedAt} ms\n`),
  });
}

try {
  await main();
} catch (error) {
  log.fatal({ err: error }, "the web server could not start");
  await flushReports();
  process.exit(1);
}
