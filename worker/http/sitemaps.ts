import { Readable } from "node:stream";
import { XMLParser } from "fast-xml-parser";
import { discardBody } from "./discard-body.ts";
import { type Answer, followRedirects } from "./follow-redirects.ts";
import type { HttpClient } from "./http-client.ts";
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
  const queue = [...new Set(urls)];
  for (let read = 0; read < queue.length && read < MAX_FILES && found.size < limit; read += 1) {
    const url = queue[read] ?? "";
    const text = await fetchSitemap(client, url, signal);
    signal.throwIfAborted();
    const { pages, sitemaps } = parseSitemap(text, url);
    for (const page of pages) if (found.size < limit) found.add(page);
    for (const sitemap of sitemaps) if (!queue.includes(sitemap)) queue.push(sitemap);
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

/** No entities are expanded but XML's own five, so a document cannot grow while it is read. */
const parser = new XMLParser({ ignoreAttributes: false, processEntities: false, removeNSPrefix: true, isArray: () => true });

/** Reads one sitemap's text. Relative addresses count from its own; what is no web address is left out. */
export function parseSitemap(text: string, url: string): { pages: string[]; sitemaps: string[] } {
  const absolute = (address: string) => {
    const parsed = URL.parse(unescapeXml(address.trim()), url);
    return parsed && /^https?:$/.test(parsed.protocol) ? [parsed.href] : [];
  };
  if (!text.trimStart().startsWith("<")) {
    const lines = text.split(/\r?\n/).filter((line) => /^https?:\/\//.test(line.trim()));
    return { pages: lines.flatMap(absolute), sitemaps: [] };
  }
  const addresses = addressesIn(text);
  return { pages: addresses.pages.flatMap(absolute), sitemaps: addresses.sitemaps.flatMap(absolute) };
}

function addressesIn(text: string): { pages: string[]; sitemaps: string[] } {
  const found = { pages: [] as string[], sitemaps: [] as string[] };
  const walk = (node: unknown, parent: string): void => {
    if (Array.isArray(node)) for (const one of node) walk(one, parent);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    for (const [name, value] of Object.entries(node)) {
      if (name === "loc") (parent === "sitemap" ? found.sitemaps : parent === "url" ? found.pages : []).push(...texts(value));
      else if (name === "link" && (parent === "item" || parent === "entry")) found.pages.push(...feedLinks(value));
      else walk(value, name);
    }
  };
  walk(parseXml(text), "");
  return found;
}

/** RSS has the address as text, Atom as an attribute. */
function feedLinks(value: unknown): string[] {
  const links = Array.isArray(value) ? value : [value];
  return links.flatMap((link) => {
    if (typeof link === "object" && link !== null && "@_href" in link) return texts(link["@_href"]);
    return texts(link);
  });
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === "string" ? [value] : [];
}

/** A document that is cut off gives the entries before the cut. */
function parseXml(text: string): unknown {
  const whole = text.slice(0, Math.max(text.lastIndexOf("</url>") + 6, text.lastIndexOf("</sitemap>") + 10, 0)) || text;
  for (const attempt of [text, whole]) {
    try {
      return parser.parse(attempt);
    } catch (error) {
      if (attempt === whole && !(error instanceof Error)) throw error;
    }
  }
  return null;
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_whole, name: string) => ENTITIES[name] ?? "");
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };
