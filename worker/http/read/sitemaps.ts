import { Readable } from "node:stream";
import { unlessAborted } from "#worker/async/unless-aborted.ts";
import type { SitemapPages } from "#worker/core/crawl/sitemap-pages.ts";
import { decodeSitemap } from "#worker/core/sitemap/decode-sitemap.ts";
import type { SitemapAddresses } from "#worker/core/sitemap/parse-sitemap.ts";
import { ReadingBrokeOffError } from "#worker/threads/read/readings.ts";
import { discardBody } from "../client/discard-body.ts";
import { firstValue } from "../client/first-value.ts";
import { type Answer, followRedirects } from "../client/follow-redirects.ts";
import type { HttpClient } from "../client/http-client.ts";
import { ACCEPTED_ENCODINGS, readBody } from "../client/read-body.ts";

/** sitemaps.org: at most 50 MB decompressed and 50,000 addresses a file. An index may name 50,000 files, of which we read MAX_FILES. */
const MAX_BYTES = 52_428_800;
const MAX_FILES = 100;
const MAX_ADDRESSES = 50_000;
/** Some servers compress what is compressed already. */
const MAX_COMPRESSIONS = 3;

type ReadOptions = { limit: number; signal: AbortSignal };

/**
 * Reads the addresses of pages in sitemaps, at most `limit`, the last changed first. Reads urlset, index, plain text, RSS and Atom, also
 * gzipped (even twice), and ignores their Content-Type. Follows an index on the hosts of `urls`. Takes what it can from damaged files. When
 * `signal` aborts, it returns what it has.
 */
export async function readSitemaps(client: HttpClient, urls: string[], { limit, signal }: ReadOptions): Promise<SitemapPages> {
  const found = new Map<string, number>();
  const files = new Map<string, string[]>();
  let isComplete = true;
  const hosts = new Set(urls.map(hostOf));
  const queue = new Set(urls.filter((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? "")));
  let read = 0;
  let left = 0;
  for (const url of queue) {
    if (read + left >= MAX_FILES || found.size >= limit) break;
    const addresses = await unlessAborted(signal, readOne(client, url, { limit, signal }));
    if (addresses === null) break;
    if (addresses === "broke-off") {
      left += 1;
      continue;
    }
    read += 1;
    isComplete &&= addresses !== "failed";
    if (addresses === "failed" || addresses === "missing") continue;
    const { pages, sitemaps, modified } = addresses;
    if (pages.length > 0) files.set(url, pages);
    for (const page of pages) {
      const at = Math.max(modified.get(page) ?? 0, found.get(page) ?? 0);
      if (found.has(page) || found.size < limit) found.set(page, at);
    }
    for (const sitemap of sitemaps) if (hosts.has(hostOf(sitemap))) queue.add(sitemap);
  }
  const pages = [...found].sort(([, a], [, b]) => b - a).map(([page]) => page);
  return {
    pages,
    files,
    filesLeft: found.size >= limit ? 0 : queue.size - read,
    isComplete: isComplete && queue.size === read,
  };
}

/** Reads one file. `broke-off`: parsing it took too long. `missing`: there is none. `failed`: it could not be read now. */
async function readOne(
  client: HttpClient,
  url: string,
  { limit, signal }: ReadOptions,
): Promise<SitemapAddresses | "broke-off" | "failed" | "missing"> {
  const text = await fetchSitemap(client, url, signal);
  if (typeof text !== "string") return text.status === 404 || text.status === 410 ? "missing" : "failed";
  try {
    return await client.read("sitemap", text, url, Math.min(limit, MAX_ADDRESSES));
  } catch (error) {
    if (error instanceof ReadingBrokeOffError) return "broke-off";
    throw error;
  }
}

/** Returns the host without `www.`: a site's two names count as one. */
function hostOf(url: string): string {
  return URL.parse(url)?.host.replace(/^www\./, "") ?? "";
}

type NotRead = { status: number | null };

async function fetchSitemap(client: HttpClient, url: string, signal: AbortSignal): Promise<string | NotRead> {
  const headers = { "user-agent": client.userAgent, "accept-encoding": ACCEPTED_ENCODINGS };
  const followed = await followRedirects(client, url, { headers, signal }, readSitemap);
  return followed.kind === "answered" ? followed.value : { status: null };
}

async function readSitemap({ response }: Answer): Promise<string | NotRead> {
  if (response.statusCode !== 200) {
    discardBody(response.body);
    return { status: response.statusCode };
  }
  let { bytes } = await readBody(response.body, response.headers["content-encoding"], MAX_BYTES);
  for (let compressions = 0; compressions < MAX_COMPRESSIONS && bytes[0] === 0x1f && bytes[1] === 0x8b; compressions += 1)
    ({ bytes } = await readBody(Readable.from([bytes]), "gzip", MAX_BYTES));
  return decodeSitemap(bytes, firstValue(response.headers["content-type"]) ?? "");
}
