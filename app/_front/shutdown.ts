import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** Addresses by which balancers learn that a process takes no more visitors. */
const HEALTH_PATHS = ["/readyz", "/api/health"];
/** Time for answers under way once no new connections are taken. Shorter than the patience of `npm start`. */
const FINISH_MS = 5_000;

type Options = { drainMs: number; finishMs?: number };
export type Shutdown = {
  /** Notes a request. Returns true if it was answered here. */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
  /** Resolves when the last connection has ended, also when it is called again. */
  stop(): Promise<void>;
};

/**
 * Ends a web server without a failed request: first health checks fail for `drainMs` while everything is still answered, and each answer asks to
 * close its connection; then progress streams are cut, which browsers open again elsewhere, and other answers under way may end.
 */
export function createShutdown(server: Server, { drainMs, finishMs = FINISH_MS }: Options): Shutdown {
  const open = new Map<ServerResponse, { isStream: boolean }>();
  let stopping: Promise<void> | null = null;

  async function end(): Promise<void> {
    for (const response of open.keys()) askToClose(response);
    await wait(drainMs);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    for (const [response, { isStream }] of open) if (isStream) response.destroy();
    const timer = setTimeout(() => server.closeAllConnections(), finishMs);
    await closed;
    clearTimeout(timer);
  }

  return {
    admit: (request, response) => {
      open.set(response, { isStream: asksForStream(request) });
      response.once("close", () => open.delete(response));
      if (!stopping) return false;
      askToClose(response);
      if (!HEALTH_PATHS.includes(request.url ?? "")) return false;
      response.writeHead(503, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(JSON.stringify({ status: "stopping" }));
      return true;
    },
    stop: () => {
      stopping ??= end();
      return stopping;
    },
  };
}

function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("connection", "close");
}

/** Returns true for the request of an EventSource, which browsers repeat by themselves. */
function asksForStream({ headers }: IncomingMessage): boolean {
  return (headers.accept ?? "").startsWith("text/event-stream");
}
