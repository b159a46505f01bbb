import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { parseSettings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createReadMetrics } from "#worker/telemetry/metrics-of-all.ts";
import { registry } from "#worker/telemetry/registry.ts";
import { reportErrors } from "#worker/telemetry/report-errors.ts";
import { runWebProcesses } from "./run-web-processes.ts";
import { serve } from "./serve.ts";

/** Each holds some 200 MB, and a server for many visitors sets the number itself. */
const MOST_BY_DEFAULT = 4;
/** Passes the mark of pages for copies on to the web processes. */
const MARK = "FLAWLESS_RENDERING_MARK";

const startedAt = Date.now();
let flushReports = () => Promise.resolve();

/**
 * Runs the web server: one process for each processor core, or as many as WEB_PROCESSES says, which share the port. The first argument names
 * the network interface; without it, only this machine is served.
 */
async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  const count = settings.WEB_PROCESSES ?? Math.min(availableParallelism(), MOST_BY_DEFAULT);
  flushReports = reportErrors(settings.SENTRY_DSN, "web");
  const mark = process.env[MARK] ?? randomUUID();
  const onReady = () => process.stdout.write(`Ready in ${Date.now() - startedAt} ms\n`);
  const hostname = process.argv[2] ?? "127.0.0.1";
  if (cluster.isWorker) await serve(settings, { hostname, mark, readMetrics: createReadMetrics(), onReady: () => undefined });
  else if (count === 1) await serve(settings, { hostname, mark, readMetrics: () => registry.metrics(), onReady });
  else await runWebProcesses({ count, environment: { [MARK]: mark }, onReady });
}

try {
  await main();
} catch (error) {
  log.fatal({ err: error }, "the web process could not start");
  await flushReports();
  process.exit(1);
}
