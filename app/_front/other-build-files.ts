import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import { LRUCache } from "lru-cache";

/** Types of the files that a build serves. */
const TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".json": "application/json; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
/** Paths of build files, without those that a build can never have. */
const BUILD_PATH = /^\/_next\/static\/[\w.~/-]{1,300}$/;
const REMEMBERED = 1_000;
const REMEMBERED_MS = 30_000;

type Dependencies = { own: ReadonlySet<string>; find(path: string): Promise<Uint8Array | null> };

/** Answers requests for files of other builds. Returns false for all others, and for files that no build has. */
export type OtherBuildFiles = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the files of the versions before and after this one: while web processes are replaced, a browser may get its page from one version
 * and its scripts from another, and a tab may stay open for days.
 */
export function createOtherBuildFiles({ own, find }: Dependencies): OtherBuildFiles {
  const unknown = new LRUCache<string, true>({ max: REMEMBERED, ttl: REMEMBERED_MS });
  return async ({ method, url = "" }, response) => {
    if (method !== "GET" && method !== "HEAD") return false;
    const path = url.split("?", 1)[0] ?? "";
    const type = TYPES[extname(path)];
    if (!type || own.has(path) || unknown.has(path) || !BUILD_PATH.test(path)) return false;
    const body = await find(path);
    if (!body) {
      unknown.set(path, true);
      return false;
    }
    response.writeHead(200, {
      "content-type": type,
      "content-length": body.length,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    response.end(method === "HEAD" ? undefined : body);
    return true;
  };
}
