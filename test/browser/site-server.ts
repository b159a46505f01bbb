import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const FIXTURES = new URL("../fixtures/sites/", import.meta.url).pathname;
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".json": "application/json" };

export type SiteServer = {
  url: string;
  port: number;
  /** Paths asked for, in order. */
  requests: string[];
  /** Answers a path itself instead of a fixture. */
  on(path: string, handle: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
};

/** Serves test/fixtures/sites on a free loopback port; folders give their index.html. */
export async function startSiteServer(): Promise<SiteServer> {
  const requests: string[] = [];
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname;
    requests.push(path);
    const handle = handlers.get(path);
    if (handle) return handle(request, response);
    const file = join(FIXTURES, normalize(path), path.endsWith("/") ? "index.html" : "");
    const body = await readFile(file).catch(() => null);
    response.writeHead(body ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "text/plain" });
    response.end(body ?? "Not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    on: (path, handle) => void handlers.set(path, handle),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
