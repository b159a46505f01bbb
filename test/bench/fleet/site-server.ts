import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { siteAt } from "./fleet-hosts.ts";
import { changeOf, pageHtml, pathOf } from "./fleet-site.ts";

/**
 * Serves many small sites, each at its own address and port, as a process: `site-server <ports> <pages> <latency ms> <delay s>`. Prints its control
 * port and the ports of the sites. Pages have ETag and Last-Modified. `POST /changed` on the control port changes them, `GET /figures`
 * returns what was sent. `delay`: Crawl-delay in each robots.txt; 0: none.
 */
const [ports = 1, pages = 20, latencyMs = 100, delaySeconds = 0] = process.argv.slice(2).map(Number);
const PAGE_OF = new Map(Array.from({ length: pages }, (_, page) => [pathOf(page), page]));
const MODIFIED = ["Mon, 02 Nov 2026 05:00:00 GMT", "Mon, 30 Nov 2026 05:00:00 GMT"];
const FILES = new Map([
  ["/style.css", { type: "text/css", body: "body { margin: 2rem auto; max-width: 40rem; font: 1rem/1.5 sans-serif }\n" }],
  [
    "/menu.js",
    { type: "text/javascript", body: 'document.querySelector("nav").addEventListener("click", () => undefined);\n' },
  ],
]);
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>';

let isChanged = false;
const figures = { requests: 0, notModified: 0, connections: 0, sent: 0, received: 0 };
const open = new Set<Socket>();
const numberOfPort = new Map<number, number>();

type Answer = { status: number; type: string; body: string; etag?: string; modified?: string };

function answerTo(site: number, origin: string, path: string): Answer {
  const html = "text/html; charset=utf-8";
  const page = PAGE_OF.get(path);
  if (page !== undefined) {
    const change = changeOf(site, pages);
    const isNew = isChanged && change?.page === page;
    const body = pageHtml(page, pages, isNew ? change.kind : null);
    return { status: 200, type: html, body, etag: `"page-${page}-${isNew ? 2 : 1}"`, modified: MODIFIED[isNew ? 1 : 0] ?? "" };
  }
  const file = FILES.get(path);
  if (file) return { status: 200, ...file };
  if (/^\/(?:logo|picture-\d+)\.svg$/.test(path)) return { status: 200, type: "image/svg+xml", body: PICTURE };
  if (path === "/robots.txt") {
    const delay = delaySeconds > 0 ? `Crawl-delay: ${delaySeconds}\n` : "";
    const body = `User-agent: *\n${delay}Allow: /\nSitemap: ${origin}/sitemap.xml\n`;
    return { status: 200, type: "text/plain", body, etag: '"robots"' };
  }
  if (path === "/sitemap.xml") {
    const urls = [...PAGE_OF.keys()].map((each) => `<url><loc>${origin}${each}</loc></url>`).join("");
    const body = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
    return { status: 200, type: "application/xml", body };
  }
  return { status: 404, type: html, body: "<!doctype html><title>Not found</title><p>There is no such page.</p>" };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { localAddress = "", localPort = 0 } = request.socket;
  figures.requests += 1;
  await wait(latencyMs);
  const path = request.url ?? "/";
  const origin = `http://${localAddress}:${localPort}`;
  const { status, type, body, etag, modified } = answerTo(siteAt(localAddress, numberOfPort.get(localPort) ?? 0), origin, path);
  const isSame = etag !== undefined && request.headers["if-none-match"] === etag;
  if (isSame) figures.notModified += 1;
  const headers = {
    ...(etag ? { etag } : {}),
    ...(modified ? { "last-modified": modified } : {}),
    "cache-control": "max-age=0",
  };
  if (isSame) response.writeHead(304, headers).end();
  else
    response
      .writeHead(status, { ...headers, "content-type": type, "content-length": String(Buffer.byteLength(body)) })
      .end(request.method === "HEAD" ? undefined : body);
}

function countBytes(socket: Socket): void {
  figures.connections += 1;
  open.add(socket);
  socket.once("close", () => {
    open.delete(socket);
    figures.sent += socket.bytesWritten;
    figures.received += socket.bytesRead;
  });
}

function listen(server: ReturnType<typeof createServer>, host: string): Promise<number> {
  const portOf = (address: AddressInfo | string | null) => (typeof address === "object" ? (address?.port ?? 0) : 0);
  return new Promise((resolve) => server.listen(0, host, () => resolve(portOf(server.address()))));
}

const control = createServer((request, response) => {
  if (request.method === "POST" && request.url === "/changed") isChanged = true;
  const sum = { ...figures };
  for (const { bytesWritten, bytesRead } of open) {
    sum.sent += bytesWritten;
    sum.received += bytesRead;
  }
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(sum));
});
const listening: number[] = [];
for (let number = 0; number < ports; number += 1) {
  const server = createServer((request, response) => void serve(request, response));
  server.on("connection", countBytes);
  const port = await listen(server, "0.0.0.0");
  numberOfPort.set(port, number);
  listening.push(port);
}
process.stdout.write(`control ${await listen(control, "127.0.0.1")} sites ${listening.join(",")} end\n`);
