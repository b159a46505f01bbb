import { Readable } from "node:stream";
import { discardBody } from "./discard-body.ts";
import { type Answer, followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
import { parseSitemap } from "./parse-sitemap.ts";
import { ACCEPTED_ENCODINGS, readBody } from "./read-body.ts";

/** sitemaps.org: at most 50 MB unpacked and 50,000 addresses a file; an index names at most 50,000 more, of which we read this many. */
const MAX_BYTES = 52_428_800;
const MAX_FILES = 100;

type ReadOptions = { limit: number; signal: AbortSignal };

/**
 * Addresses of pages that sitemaps name: urlset, index, plain text, RSS and Atom, gzipped or not. What cannot be read or is damaged gives
 * what it gives. At most `limit` addresses. @throws the signal's reason when it aborts.
 */
export async function readSitemaps(client: HttpClient, urls: string[], { limit, signal }: ReadOptions): Promise<string[]> {
  const found = new Set<string>();
  const queue = new Set(urls.filter((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? "")));
  let read = 0;
  for (const url of queue) {
    if (read >= MAX_FILES || found.size >= limit) break;
    read += 1;
    const text = await fetchSitemap(client, url, signal);
    signal.throwIfAborted();
    const { pages, sitemaps } = parseSitemap(text, url, Math.max(limit, MAX_FILES));
    for (const page of pages) if (found.size < limit) found.add(page);
    for (const sitemap of sitemaps) queue.add(sitemap);
  }
  return [...found];
}

async function fetchSitemap(client: HttpClient, url: string, signal: AbortSignal): Promise<string> {
  const headers = { "user-agent": client.userAgent, "accept-encoding": ACCEPTED_ENCODINGS };
  const followed = await followRedirects(client, url, { headers, signal }, readSitemap);
  return followed.kind === "answered" ? followed.value : "";
}

async function readSitemap({ response }: Answer): Promise<string> {
  if (response.statusCode !== 200) {
    discardBody(response.body);
    return "";
  }
  const { bytes } = await readBody(response.body, response.headers["content-encoding"], MAX_BYTES);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const unpacked = isGzip ? await readBody(Readable.from([bytes]), "gzip", MAX_BYTES) : { bytes };
  return unpacked.bytes.toString("utf8").replace(/^\uFEFF/, "");
}
