import { lookup as dnsLookup } from "node:dns/promises";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isAllowedPrivateHost, isIpAddress, isPrivateAddress } from "#worker/core/url/private-address.ts";
import type { Log } from "#worker/log.ts";
import { forwardRaw, RAW_HEADER } from "./forward-raw.ts";

/** Time without a byte after which a connection is closed. */
const IDLE_MS = 30_000;

export type GuardProxyOptions = {
  /** See `isAllowedPrivateHost`. */
  allowedPrivateHosts: readonly string[];
  log: Log;
  /** Resolves a name to its addresses; defaults to the system's resolver. */
  resolveName?: (host: string) => Promise<string[]>;
};

export type GuardProxy = { url: string; close(): Promise<void> };

/**
 * Starts a forward proxy on loopback through which the browser makes all its connections. It resolves names itself, refuses private
 * addresses, and connects to the same address that it checked, which defeats DNS rebinding. It refuses a request by closing the connection,
 * so that no page shows text of the proxy.
 */
export async function startGuardProxy(options: GuardProxyOptions): Promise<GuardProxy> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const open = new Set<Duplex>();
  const server = createServer((incoming, response) => {
    forward(incoming, response, agent, options).catch((error: unknown) => {
      options.log.debug({ err: error }, "guard proxy: a request ended early");
      response.destroy();
    });
  });
  server.on("connect", (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    track(open, client);
    tunnel(incoming, client, head, options, open).catch((error: unknown) => {
      options.log.debug({ err: error }, "guard proxy: a tunnel ended early");
      client.destroy();
    });
  });
  server.on("connection", (socket: Socket) => track(open, socket));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The guard proxy has no port.");
  const close = async () => {
    agent.destroy();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { url: `http://127.0.0.1:${address.port}`, close };
}

async function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  agent: Agent,
  options: GuardProxyOptions,
): Promise<void> {
  const url = URL.parse(incoming.url ?? "");
  const address = url?.protocol === "http:" ? await checkedAddress(url.hostname, Number(url.port || 80), options) : null;
  if (!url || !address) {
    response.destroy();
    return;
  }
  const { "proxy-connection": _dropped, "proxy-authorization": _secret, ...headers } = incoming.headers;
  const target = {
    host: address,
    port: Number(url.port || 80),
    path: url.pathname + url.search,
    method: incoming.method,
    headers,
  };
  // A body that our parser refuses would break off after its headers were passed on.
  if (headers[RAW_HEADER] !== undefined && incoming.method === "GET")
    return await forwardRaw(incoming, response, { ...target, idleMs: IDLE_MS });
  const outgoing = request({ ...target, agent, setHost: false });
  outgoing.setTimeout(IDLE_MS, () => outgoing.destroy(new Error("The server stopped answering.")));
  response.once("close", () => outgoing.destroy());
  const answered = new Promise<IncomingMessage>((resolve, reject) => outgoing.once("response", resolve).once("error", reject));
  const sent = pipeline(incoming, outgoing);
  const answer = await Promise.race([answered, sent.then(() => answered)]).catch((error: unknown) => {
    if (!isParserError(error) || !/^(?:GET|HEAD)$/.test(incoming.method ?? "")) throw error;
    return null;
  });
  if (!answer) return await forwardRaw(incoming, response, { ...target, idleMs: IDLE_MS });
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
  await Promise.all([pipeline(answer, response), sent]);
}

function isParserError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("HPE_");
}

async function tunnel(incoming: IncomingMessage, client: Duplex, head: Buffer, options: GuardProxyOptions, open: Set<Duplex>) {
  const target = URL.parse(`http://${incoming.url}`);
  const port = Number(target?.port || 80);
  const address = target ? await checkedAddress(target.hostname, port, options) : null;
  if (!address) {
    client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    return;
  }
  const server = connect({ host: address, port });
  track(open, server);
  server.setTimeout(IDLE_MS, () => server.destroy(new Error("The server stopped answering.")));
  await new Promise<void>((resolve, reject) => server.once("connect", resolve).once("error", reject));
  client.write("HTTP/1.1 200 Connection established\r\n\r\n");
  if (head.length > 0) server.write(head);
  await Promise.all([pipeline(client, server), pipeline(server, client)]);
}

/** Returns the address to connect to; null if the host is private and not allowed. */
async function checkedAddress(host: string, port: number, { allowedPrivateHosts, resolveName, log }: GuardProxyOptions) {
  const bare = host.replace(/^\[|\]$/g, "");
  const addresses = isIpAddress(host) ? [bare] : await (resolveName ?? resolveAll)(bare);
  const allowed = isAllowedPrivateHost(host, port, allowedPrivateHosts);
  const address = addresses.find((candidate) => allowed || !isPrivateAddress(candidate));
  if (!address) log.info({ host, port }, "guard proxy: refused a private address");
  return address ?? null;
}

async function resolveAll(host: string): Promise<string[]> {
  const found = await dnsLookup(host, { all: true, verbatim: false });
  return found.map(({ address }) => address);
}

function track(open: Set<Duplex>, socket: Duplex): void {
  open.add(socket);
  socket.once("close", () => open.delete(socket));
  socket.on("error", () => socket.destroy());
}
