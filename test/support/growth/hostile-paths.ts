import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, createGzip, gzipSync } from "node:zlib";

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const HTML = { "content-type": "text/html; charset=utf-8" };
const PAGE = "<!doctype html><html lang=en><title>Hostile</title><body><h2 id=here>Here</h2><p>It is said.</p></body></html>";
/** The page as far as it came. */
const HALF = PAGE.slice(0, PAGE.indexOf("</body>"));
const MEGABYTE = Buffer.alloc(1_000_000, "a ");

/** Misbehaving answers by path. Every handler stops when the client disconnects. */
export const HOSTILE_PATHS: Record<string, Handle> = {
  "/good": (_, response) => response.writeHead(200, HTML).end(PAGE),
  "/endless": (_, response) => keepWriting(response.writeHead(200, HTML), MEGABYTE, 0),
  "/huge": (_, response) => response.writeHead(200, { ...HTML, "content-length": 5_000_000_000 }).write(MEGABYTE),
  "/silent": () => undefined,
  "/slow-headers": (request) => {
    request.socket.write("HTTP/1.1 200 OK\r\n");
    everyMs(request, 20, (count) => request.socket.write(`x-slow-${count}: yes\r\n`));
  },
  "/slow-drip": (_, response) => keepWriting(response.writeHead(200, HTML), Buffer.from("a"), 20),
  "/slow-drip-404": (_, response) => keepWriting(response.writeHead(404, HTML), Buffer.from("a"), 20),
  "/short-content-length": (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5000\r\n\r\n${HALF}`);
  },
  "/cut-chunked": (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n1000\r\n${HALF}`);
  },
  "/wrong-content-length": (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5000\r\n\r\n${PAGE}`);
  },
  "/no-last-chunk": (request) => {
    const size = PAGE.length.toString(16);
    request.socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n${size}\r\n${PAGE}\r\n`,
    );
  },
  "/never-closed": (_, response) => response.writeHead(200, HTML).write(PAGE),
  "/reset": (_, response) => {
    response.writeHead(200, { ...HTML, "content-length": 5000 }).write(HALF, () => response.socket?.resetAndDestroy());
  },
  "/reset-at-once": (request) => void request.socket.resetAndDestroy(),
  "/close-at-once": (request) => void request.socket.destroy(),
  "/gzip": (_, response) => packed(response, "gzip", gzipSync(PAGE)),
  "/brotli": (_, response) => packed(response, "br", brotliCompressSync(PAGE)),
  "/gzip-twice": (_, response) => packed(response, "gzip, gzip", gzipSync(gzipSync(PAGE))),
  "/gzip-six-times": (_, response) => packed(response, "gzip,gzip,gzip,gzip,gzip,gzip", gzipSync(PAGE)),
  "/gzip-bomb": (_, response) => {
    const gzip = createGzip({ level: 9 });
    gzip.pipe(response.writeHead(200, { ...HTML, "content-encoding": "gzip" }));
    for (let count = 0; count < 300; count += 1) gzip.write(MEGABYTE);
    gzip.end();
    response.once("close", () => gzip.destroy());
  },
  "/gzip-broken": (_, response) =>
    packed(response, "gzip", Buffer.concat([gzipSync(PAGE).subarray(0, 30), Buffer.alloc(200, 7)])),
  "/gzip-cut": (_, response) => packed(response, "gzip", gzipSync(PAGE).subarray(0, 60)),
  "/gzip-not": (_, response) => packed(response, "gzip", Buffer.from(PAGE)),
  "/brotli-broken": (_, response) => packed(response, "br", Buffer.alloc(300, 0x6b)),
  "/bzip2": (_, response) => packed(response, "bzip2", Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04, 0x00, 0x01])),
  "/encoding-nonsense": (_, response) => packed(response, "utf-8", Buffer.from(PAGE)),
  "/image": (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(MEGABYTE),
  "/endless-image": (_, response) => keepWriting(response.writeHead(200, { "content-type": "image/png" }), MEGABYTE, 0),
  "/untyped": (_, response) => response.writeHead(200).end(PAGE),
  "/untyped-text": (_, response) => response.writeHead(200).end("%PDF-1.7 and so on"),
  "/empty": (_, response) => response.writeHead(200, HTML).end(),
  "/no-content": (_, response) => response.writeHead(204).end(),
  "/loop": (_, response) => redirect(response, 302, "/loop-back"),
  "/loop-back": (_, response) => redirect(response, 302, "/loop"),
  "/self": (_, response) => redirect(response, 301, "/self"),
  "/chain": (request, response) => {
    const left = Number(new URL(request.url ?? "/", "http://hostile").searchParams.get("left"));
    redirect(response, 302, left > 0 ? `/chain?left=${left - 1}` : "/good");
  },
  "/cookie-wall": (request, response) => {
    response.setHeader("set-cookie", ["seen=1; Path=/; HttpOnly", "other=2"]);
    if (request.headers.cookie?.includes("seen=1")) response.writeHead(200, HTML).end(PAGE);
    else redirect(response, 302, "/cookie-wall");
  },
  "/moved": (_, response) => redirect(response, 301, "/good"),
  "/to-nowhere": (_, response) => response.writeHead(301).end(PAGE),
  "/to-private": (_, response) => redirect(response, 302, "http://169.254.169.254/latest/meta-data/"),
  "/to-file": (_, response) => redirect(response, 302, "file:///etc/passwd"),
  "/to-javascript": (_, response) => redirect(response, 302, "javascript:alert(1)"),
  "/to-invalid": (_, response) => redirect(response, 302, "http://[::bad/"),
  "/to-unicode": (request) => {
    const head = "HTTP/1.1 302 Found\r\nlocation: /caf\u00e9\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
    request.socket.end(Buffer.from(head, "utf8"));
  },
  "/caf%C3%A9": (_, response) => response.writeHead(200, HTML).end(PAGE),
  "/huge-headers": (request) => {
    request.socket.end(`HTTP/1.1 200 OK\r\nx-huge: ${"a".repeat(400_000)}\r\ncontent-length: 0\r\n\r\n`);
  },
  "/always-304": (_, response) => response.writeHead(304, { etag: '"new"' }).end(),
  "/validators": (request, response) => {
    response.setHeader("etag", '"1"').setHeader("last-modified", "Sat, 21 Nov 2026 00:00:00 GMT");
    if (request.headers["if-none-match"] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, HTML).end(PAGE);
  },
  "/head-405": headFails(405),
  "/head-404": headFails(404),
  "/head-500": headFails(500),
  "/head-403": headFails(403),
  "/head-hangs": (request, response) => {
    if (request.method !== "HEAD") response.writeHead(200, HTML).end(PAGE);
  },
  "/challenge": (_, response) => response.writeHead(403, { "cf-mitigated": "challenge" }).end(PAGE),
  ...Object.fromEntries(
    [401, 402, 403, 405, 406, 410, 429, 451, 500, 502, 503, 999].map((status) => [`/${status}`, fails(status)]),
  ),
};

/** Writes repeatedly, as fast as the client reads or with a pause, until the client disconnects. */
function keepWriting(response: ServerResponse, chunk: Buffer, pauseMs: number): void {
  const next = () => {
    if (!response.writable || response.destroyed) return;
    response.write(chunk, () => (pauseMs > 0 ? setTimeout(next, pauseMs) : setImmediate(next)));
  };
  next();
}

function everyMs({ socket }: IncomingMessage, ms: number, act: (count: number) => void): void {
  let count = 0;
  const timer = setInterval(() => act(count++), ms);
  socket.once("close", () => clearInterval(timer));
}

function packed(response: ServerResponse, encoding: string, body: Buffer): void {
  response.writeHead(200, { ...HTML, "content-encoding": encoding }).end(body);
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location }).end();
}

function fails(status: number): Handle {
  return (_, response) => response.writeHead(status, HTML).end("<p>No.</p>");
}

function headFails(status: number): Handle {
  return (request, response) =>
    request.method === "HEAD" ? response.writeHead(status).end() : response.writeHead(200, HTML).end(PAGE);
}
