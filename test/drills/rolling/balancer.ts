import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

const CHECK_EVERY_MS = 250;
const HEALTH_PATH = "/api/health";
const CHECK_TIMEOUT_MS = 5_000;
/** Checks without any answer after which a process gets no visitors. One that answers "no" gets none at once. */
const MOST_SILENT = 3;

type Upstream = { port: number; healthy: boolean; silent: number; checking: boolean; agent: Agent };
export type Balancer = {
  url: string;
  add(port: number): void;
  /** True once the health check of a process has succeeded or failed, as `healthy` says. */
  isHealthy(port: number): boolean;
  remove(port: number): void;
  close(): Promise<void>;
};

/**
 * Starts the simplest balancer: health checks, connections that are kept, each request to the next healthy process, and no second
 * attempt, so that every connection that a stopping process breaks is a failed request.
 */
export async function startBalancer(port: number): Promise<Balancer> {
  const upstreams: Upstream[] = [];
  let turn = 0;

  const server = createServer((incoming, outgoing) => {
    const healthy = upstreams.filter((upstream) => upstream.healthy);
    turn += 1;
    const upstream = healthy[turn % healthy.length];
    if (!upstream) outgoing.writeHead(503).end("no process is healthy");
    else forward(incoming, outgoing, upstream);
  });

  async function check(upstream: Upstream): Promise<void> {
    if (upstream.checking) return;
    upstream.checking = true;
    const status = await askHealth(upstream.port, `127.0.0.1:${port}`);
    upstream.checking = false;
    upstream.silent = status === null ? upstream.silent + 1 : 0;
    if (status !== null) upstream.healthy = status === 200;
    else if (upstream.silent >= MOST_SILENT) upstream.healthy = false;
  }
  const timer = setInterval(() => upstreams.forEach((upstream) => void check(upstream)), CHECK_EVERY_MS);

  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${port}`,
    add: (added) => {
      upstreams.push({ port: added, healthy: false, silent: 0, checking: false, agent: new Agent({ keepAlive: true }) });
    },
    isHealthy: (asked) => upstreams.some((upstream) => upstream.port === asked && upstream.healthy),
    remove: (removed) => {
      const index = upstreams.findIndex((upstream) => upstream.port === removed);
      for (const { agent } of upstreams.splice(index, 1)) agent.destroy();
    },
    close: async () => {
      clearInterval(timer);
      for (const { agent } of upstreams) agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Returns the status of the health check; null if there was no answer. */
async function askHealth(port: number, host: string): Promise<number | null> {
  const asked = request({
    host: "127.0.0.1",
    port,
    path: HEALTH_PATH,
    headers: { host },
    timeout: CHECK_TIMEOUT_MS,
    agent: false,
  });
  asked.once("timeout", () => asked.destroy(new Error("no answer")));
  const answer = await new Promise<IncomingMessage | null>((resolve) => {
    asked.once("response", resolve);
    asked.once("error", () => resolve(null));
    asked.end();
  });
  answer?.resume();
  return answer?.statusCode ?? null;
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, { port, agent }: Upstream): void {
  const { method, url, headers } = incoming;
  const passed = request({ host: "127.0.0.1", port, method, path: url, headers, agent }, (answer) => {
    const { connection: _connection, "keep-alive": _keepAlive, ...kept } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, kept);
    answer.pipe(outgoing);
    answer.once("error", () => outgoing.destroy());
  });
  passed.once("error", (error) => {
    if (!outgoing.headersSent) outgoing.writeHead(502).end(error.message);
    else outgoing.destroy();
  });
  incoming.pipe(passed);
}
