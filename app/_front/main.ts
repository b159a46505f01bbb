import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import { isOwnHost } from "#app/_lib/is-own-host.ts";
import { parseSettings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { createPageCopies } from "./page-copies.ts";
import { RENDERING_HEADER } from "./public-pages.ts";
import { publicPath } from "./public-path.ts";
import { sendCopy } from "./send-copy.ts";

/** Time for answers under way when the process stops. Progress streams never end by themselves. */
const STOP_PATIENCE_MS = 2_000;
/** Connections that wait to be accepted. Node's default of 511 refuses some of a thousand visitors who come at once. */
const BACKLOG = 4_096;

/** Next sends a page whole, with its metadata at the top, to crawlers that run no scripts. */
const RENDERS_WHOLE = "bingbot";

/**
 * Runs the web process: answers for the public pages come from memory, all others from Next. The first argument names the network
 * interface; without it, only this machine is served.
 */
async function main(): Promise<void> {
  const startedAt = Date.now();
  const { PORT: port, APP_URL: appUrl } = parseSettings(process.env);
  const hostname = process.argv[2] ?? "127.0.0.1";
  const app = next({ dev: false, dir: join(import.meta.dirname, ".."), hostname, port });
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

  const server = createServer((request, response) => {
    const path = request.headers[RENDERING_HEADER] === mark ? null : publicPath(request);
    const copy = path === null ? null : copies.find(path);
    const isOwn = path !== null && isOwnHost(request.headers.host ?? null, appUrl);
    if (isOwn && copy) return sendCopy(request, response, copy);
    const answering = isOwn ? answerWithNewCopy(request, response, path) : answerFromNext(request, response);
    answering.catch((error: unknown) => {
      log.error({ err: error }, "a request could not be answered");
      if (!response.headersSent) response.writeHead(500, { "x-content-type-options": "nosniff" });
      response.end();
    });
  });
  server.listen({ port, host: hostname, backlog: BACKLOG }, () => {
    process.stdout.write(`Ready in ${Date.now() - startedAt} ms\n`);
  });

  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    server.close(() => process.exit(0));
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
  process.exit(1);
}
