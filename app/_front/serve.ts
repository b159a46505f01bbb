import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import { listBuildFiles, shareBuildFiles } from "#app/_lib/build-files/share-build-files.ts";
import { isOwnHost } from "#app/_lib/is-own-host.ts";
import { createDatabase } from "#prisma/client.ts";
import { findBuildFile } from "#prisma/queries/build-files/find-build-file.ts";
import type { Settings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createOperations } from "#worker/telemetry/create-operations.ts";
import { measureProcess } from "#worker/telemetry/registry.ts";
import { startTracing } from "#worker/telemetry/tracing.ts";
import { applyBuiltConfig } from "./apply-built-config.ts";
import { observeRequest } from "./observe-request.ts";
import { createOtherBuildFiles } from "./other-build-files.ts";
import { createPageCopies } from "./page-copies.ts";
import { RENDERING_HEADER } from "./public-pages.ts";
import { publicPath } from "./public-path.ts";
import { readRoutePatterns } from "./read-route-patterns.ts";
import { makeFindPattern } from "./route-pattern.ts";
import { sendCopy } from "./send-copy.ts";
import { createShutdown } from "./shutdown.ts";

/**
 * Time after which an idle connection is closed. Longer than proxies keep theirs (Caddy two minutes, nginx and most balancers one): otherwise a
 * proxy may send a request just when we close, which it must not repeat if it changes something.
 */
const KEEP_ALIVE_MS = 130_000;
/** Connections that wait to be accepted. Node's default of 511 refuses some of a thousand visitors who come at once. */
const BACKLOG = 4_096;
const OPERATIONS_CONNECTIONS = 2;

/** Next sends a page whole, with its metadata at the top, to crawlers that run no scripts. */
const RENDERS_WHOLE = "bingbot";

type Served = {
  /** The network interface that is served. */
  hostname: string;
  /** Known to the processes of this server only, so that no visitor can request a page without a nonce. */
  mark: string;
  /** Returns the metrics of all web processes of this server. */
  readMetrics(): Promise<string>;
  onReady(): void;
};

/** Runs a web process until a signal ends it: answers for the public pages come from memory, all others from Next. */
export async function serve(settings: Settings, { hostname, mark, readMetrics, onReady }: Served): Promise<void> {
  const { PORT: port, APP_URL: appUrl } = settings;
  const flushTraces = startTracing(settings.OTEL_EXPORTER_OTLP_ENDPOINT, "web");
  measureProcess();
  const folder = join(import.meta.dirname, "..");
  const build = join(folder, ".next");
  const findPattern = makeFindPattern(await readRoutePatterns(build));
  await applyBuiltConfig(build);
  const origin = `http://127.0.0.1:${port}`;
  // As `next start` does. Behind a proxy with TLS, Next would otherwise ask itself by https for the page that a form leads to, and fail.
  process.env.__NEXT_PRIVATE_ORIGIN = origin;
  const app = next({ dev: false, dir: folder, hostname, port });
  // With connections of its own, so that a busy web process does not look like one without a database.
  const db = createDatabase(settings.DATABASE_URL, OPERATIONS_CONNECTIONS);
  const files = await listBuildFiles(build);
  await Promise.all([app.prepare(), shareBuildFiles(db, files, log)]);
  const answerFromOtherBuild = createOtherBuildFiles({
    own: new Set(files.map(({ path }) => path)),
    find: (path) => findBuildFile(db, path),
  });
  const handle = app.getRequestHandler();
  const copies = createPageCopies({
    render: (path) => fetch(`${origin}${path}`, { headers: { [RENDERING_HEADER]: mark, "user-agent": RENDERS_WHOLE } }),
    now: Date.now,
  });

  async function answerFromNext(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers[RENDERING_HEADER] !== mark) delete request.headers[RENDERING_HEADER];
    if (await answerFromOtherBuild(request, response)) return;
    await handle(request, response);
  }

  async function answerWithNewCopy(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const copy = await copies.load(path);
    if (copy) sendCopy(request, response, copy);
    else await answerFromNext(request, response);
  }

  const answerOperations = createOperations({
    db,
    process: "web",
    // A process that stops answers health checks in `shutdown`.
    phase: () => "running",
    metricsToken: settings.METRICS_TOKEN,
    readMetrics,
    log,
  });

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    if (shutdown.admit(request, response) || answerOperations(request, response)) return;
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

  server.listen({ port, host: hostname, backlog: BACKLOG }, onReady);

  const shutdown = createShutdown(server, { drainMs: settings.DRAIN_SECONDS * 1000 });
  const stop = () =>
    shutdown
      .stop()
      .then(flushTraces)
      .finally(() => process.exit(0));
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);
}
