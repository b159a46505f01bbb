import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import { isOwnHost } from "#app/_lib/is-own-host.ts";
import { createDatabase } from "#prisma/client.ts";
import type { ReadinessFacts } from "#worker/core/readiness.ts";
import { parseSettings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createOperations } from "#worker/telemetry/create-operations.ts";
import { measureProcess } from "#worker/telemetry/registry.ts";
import { reportErrors } from "#worker/telemetry/report-errors.ts";
import { startTracing } from "#worker/telemetry/tracing.ts";
import { observeRequest } from "./observe-request.ts";
import { createPageCopies } from "./page-copies.ts";
import { RENDERING_HEADER } from "./public-pages.ts";
import { publicPath } from "./public-path.ts";
import { readRoutePatterns } from "./read-route-patterns.ts";
import { makeFindPattern } from "./route-pattern.ts";
import { sendCopy } from "./send-copy.ts";

/** Time for answers under way when the process stops. Progress streams never end by themselves. */
const STOP_PATIENCE_MS = 2_000;
/** Connections that wait to be accepted. Node's default of 511 refuses some of a thousand visitors who come at once. */
const BACKLOG = 4_096;
const OPERATIONS_CONNECTIONS = 2;

/** Next sends a page whole, with its metadata at the top, to crawlers that run no scripts. */
const RENDERS_WHOLE = "bingbot";

let flushReports = () => Promise.resolve();

/**
 * Runs the web process: answers for the public pages come from memory, all others from Next. The first argument names the network
 * interface; without it, only this machine is served.
 */
async function main(): Promise<void> {
  const startedAt = Date.now();
  const settings = parseSettings(process.env);
  const { PORT: port, APP_URL: appUrl } = settings;
  flushReports = reportErrors(settings.SENTRY_DSN, "web");
  const flushTraces = startTracing(settings.OTEL_EXPORTER_OTLP_ENDPOINT, "web");
  measureProcess();
  const hostname = process.argv[2] ?? "127.0.0.1";
  const folder = join(import.meta.dirname, "..");
  const findPattern = makeFindPattern(await readRoutePatterns(join(folder, ".next")));
  const app = next({ dev: false, dir: folder, hostname, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  // Known to this process only, so that no visitor can request a page without a nonce.
  const mark = randomUUID();
  const copies = createPageCopies({
    render: (path) =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers: { [RENDERING_HEADER]: mark, "user-agent": RENDERS_WHOLE } }),
    now: Date.now,
  });

  async function answerFromNext(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers[RENDERING_HEADER] !== mark) delete request.headers[RENDERING_HEADER];
    await handle(request, response);
  }

  async function answerWithNewCopy(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const copy = await copies.load(path);
    if (copy) sendCopy(request, response, copy);
    else await answerFromNext(request, response);
  }

  let phase: ReadinessFacts["phase"] = "running";
  const answerOperations = createOperations({
    // With connections of its own, so that a busy web process does not look like one without a database.
    db: createDatabase(settings.DATABASE_URL, OPERATIONS_CONNECTIONS),
    process: "web",
    phase: () => phase,
    metricsToken: settings.METRICS_TOKEN,
    log,
  });

  const server = createServer((request, response) => {
    if (answerOperations(request, response)) return;
    observeRequest({ request, response }, { findPattern, log }, () => answer(request, response));
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.headers[RENDERING_HEADER] === mark ? null : publicPath(request);
    const copy = path === null ? null : copies.find(path);
    const isOwn = path !== null && isOwnHost(request.headers.host ?? null, appUrl);
    if (isOwn && copy) {
      sendCopy(request, response, copy);
      return;
    }
    const answering = isOwn ? answerWithNewCopy(request, response, path) : answerFromNext(request, response);
    answering.catch((error: unknown) => {
      log.error({ err: error }, "a request could not be answered");
      if (!response.headersSent) response.writeHead(500, { "x-content-type-options": "nosniff" });
      response.end();
    });
  }

  server.listen({ port, host: hostname, backlog: BACKLOG }, () => {
    process.stdout.write(`Ready in ${Date.now() - startedAt} ms\n`);
  });

  const stop = () => {
    if (phase === "stopping") return;
    phase = "stopping";
    server.close(() => void flushTraces().finally(() => process.exit(0)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_PATIENCE_MS).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

try {
  await main();
} catch (error) {
  log.fatal({ err: error }, "the web process could not start");
  await flushReports();
  process.exit(1);
}
