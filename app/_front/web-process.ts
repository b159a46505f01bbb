import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import { parseSettings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createReadMetrics } from "#worker/telemetry/metrics-of-all.ts";
import { registry } from "#worker/telemetry/registry.ts";
import { reportErrors } from "#worker/telemetry/report-errors.ts";
import { serve } from "./serve.ts";

const startedAt = Date.now();
let flushReports = () => Promise.resolve();

/** Runs one web process: the only one of a server, or one of several that share the port and the mark of pages for copies. */
async function main(): Promise<void> {
  const settings = parseSettings(process.env);
  flushReports = reportErrors(settings.SENTRY_DSN, "web");
  const isAlone = !cluster.isWorker;
  await serve(settings, {
    hostname: process.argv[2] ?? "127.0.0.1",
    mark: process.env.FLAWLESS_RENDERING_MARK ?? randomUUID(),
    readMetrics: isAlone ? () => registry.metrics() : createReadMetrics(),
    // The process that started several says when all of them are ready.
    onReady: () => void (isAlone && process.stdout.write(`Ready in ${Date.now() - startedAt} ms\n`)),
  });
}

try {
  await main();
} catch (error) {
  log.fatal({ err: error }, "a web process could not start");
  await flushReports();
  process.exit(1);
}
