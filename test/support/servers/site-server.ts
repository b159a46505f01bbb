import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".pdf": "application/pdf",
  ".gz": "application/gzip",
};
const NOT_FOUND =
  "<!doctype html><html lang=en><title>Not found</title><h1>Not found</h1><p>This page does not exist.</p></html>";

export type SiteServer = {
  /** Without a trailing slash. */
  url: string;
  /** Paths with their query, in the order of the requests. */
  requests: string[];
  close(): Promise<void>;
};

type SiteOptions = {
  /** Default 0: a free port. */
  port?: number;
  /** Gets each request first; returns true if it has answered. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/**
 * Serves a folder of static files on loopback as a plain web server would: content types, ETag and Last-Modified with 304,
 * index.html for folders, a 404 page. Reads files at each request, so a test may change them.
 */
export async function serveSite(folder: string, { port = 0, intercept }: SiteOptions = {}): Promise<SiteServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "/");
    if (intercept?.(request, response)) return;
    answer(folder, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, headers: Record<string, string>, body?: Buffer | string) => {
    response.writeHead(
      status,
      body === undefined ? headers : { ...headers, "content-length": String(Buffer.byteLength(body)) },
    );
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return send(405, { allow: "GET, HEAD" });
  const { pathname } = new URL(request.url ?? "/", "http://site");
  const found = await findFile(folder, pathname);
  if (found === "folder") return send(301, { location: `${pathname}/` });
  if (found === null) return send(404, { "content-type": "text/html; charset=utf-8" }, NOT_FOUND);
  const { path, modified } = found;
  const body = await readFile(path);
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 20)}"`;
  const validators = { etag, "last-modified": modified.toUTCString() };
  if (isUnchanged(request, etag, modified)) return send(304, validators);
  send(200, { ...validators, "content-type": TYPES[extname(path)] ?? "application/octet-stream" }, body);
}

/**
 * Returns true if the request's validators match. If-Modified-Since is ignored when If-None-Match is sent (RFC 9110, 13.1.3).
 * Dates have whole seconds.
 */
function isUnchanged({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) return tags.split(",").some((tag) => tag.trim() === etag);
  const since = Date.parse(headers["if-modified-since"] ?? "");
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}

type FoundFile = { path: string; modified: Date };

/** Finds the file of a path; "folder" if the path lacks a folder's slash; null if there is none, or it is outside. */
async function findFile(folder: string, pathname: string): Promise<FoundFile | "folder" | null> {
  const path = normalize(join(folder, decodePath(pathname), pathname.endsWith("/") ? "index.html" : ""));
  if (!path.startsWith(normalize(folder + sep))) return null;
  const entry = await stat(path).catch(() => null);
  if (entry?.isDirectory()) return "folder";
  return entry?.isFile() ? { path, modified: entry.mtime } : null;
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replaceAll("\0", "\uFFFD");
  } catch (error) {
    if (error instanceof URIError) return pathname;
    throw error;
  }
}
