import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer as createRawServer } from "node:net";
import { HOSTILE_PATHS } from "#test/support/growth/hostile-paths.ts";

export type HostileServer = {
  /** Without a trailing slash. */
  url: string;
  /** Method and path of each request, in order. */
  requests: string[];
  /** Sets the handler of a path. */
  on(path: string, handle: Handle): void;
  /** Closes every open connection and goes on listening. */
  dropConnections(): void;
  close(): Promise<void>;
};
export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const CERTIFICATES = new URL("../../fixtures/certificates/", import.meta.url);
/** The test authority's own certificate, for tests that trust it. */
export const TEST_AUTHORITY = readFileSync(new URL("authority.crt", CERTIFICATES), "utf8");
type CertificateName = "trusted" | "self-signed" | "expired" | "wrong-name" | "incomplete-chain";
export type HostileOptions = { certificate?: CertificateName };

/** Starts a server on a free loopback port that answers the paths of `HOSTILE_PATHS` as defined there, and others with 404. */
export async function startHostileServer({ certificate }: HostileOptions = {}): Promise<HostileServer> {
  const requests: string[] = [];
  const handlers = new Map<string, Handle>(Object.entries(HOSTILE_PATHS));
  const answer: Handle = (request, response) => {
    const path = new URL(request.url ?? "/", "http://hostile").pathname;
    requests.push(`${request.method} ${request.url}`);
    const handle = handlers.get(path);
    if (handle) return handle(request, response);
    response.writeHead(404, { "content-type": "text/html" }).end("<p>Not found</p>");
  };
  const server = certificate
    ? createTlsServer({ key: readCertificate("server.key"), cert: readCertificate(`${certificate}.crt`) }, answer)
    : createServer(answer);
  const port = await listen(server);
  const url = `${certificate ? "https" : "http"}://127.0.0.1:${port}`;
  return {
    url,
    requests,
    on: (path, handle) => void handlers.set(path, handle),
    dropConnections: () => server.closeAllConnections(),
    close: () => close(server),
  };
}

/** Starts a server that answers any first bytes with these bytes. */
export async function startRawServer(bytes: string | Buffer): Promise<{ url: string; close(): Promise<void> }> {
  const server = createRawServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(bytes));
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function readCertificate(name: string): Buffer {
  return readFileSync(new URL(name, CERTIFICATES));
}

async function listen(server: Server | ReturnType<typeof createRawServer>): Promise<number> {
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
