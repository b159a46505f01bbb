import { scanXml } from "./scan-xml.ts";

/** `modified`: when pages changed last, in milliseconds since 1970, as far as the sitemap says so. */
export type SitemapAddresses = { pages: string[]; sitemaps: string[]; modified: Map<string, number> };

/** sitemaps.org: an index names at most so many. */
const MAX_SITEMAPS = 50_000;
/** No honest sitemap nests deeper. */
const MAX_DEPTH = 50;
/** Which list the addresses in an element belong to, by its name and its parent's. */
const LISTS = new Map<string, Listed["list"]>([
  ["url loc", "pages"],
  ["sitemap loc", "sitemaps"],
  ["url link", "pages"],
  ["url lastmod", "modified"],
  ["item pubDate", "modified"],
  ["entry updated", "modified"],
  ["item link", "pages"],
  ["entry link", "pages"],
]);
/** Elements that stand for one page. */
const ENTRIES = new Set(["url", "item", "entry"]);
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The addresses in a sitemap: urlset (other languages of its pages too), index, RSS, Atom, or plain text with one a line; at
 * most `limit` pages. Relative ones count from `url`; what is no web address is left out. Any text gives a result, in time proportional to
 * its length.
 */
export function parseSitemap(text: string, url: string, limit = Number.POSITIVE_INFINITY): SitemapAddresses {
  const found: SitemapAddresses = { pages: [], sitemaps: [], modified: new Map() };
  let entry: { pages: string[]; at: number | null } = { pages: [], at: null };
  const date = () => {
    for (const page of entry.at === null ? [] : entry.pages) found.modified.set(page, entry.at ?? 0);
  };
  const take = ({ list, address }: Listed) => {
    if (list === "start") entry = { pages: [], at: null };
    else if (list === "modified") entry.at = timeOf(address);
    else {
      const parsed = address.trim() === "" ? null : URL.parse(address.trim(), url);
      if (!parsed || !/^https?:$/.test(parsed.protocol)) return;
      found[list].push(parsed.href);
      entry.pages.push(parsed.href);
    }
    date();
  };
  for (const listed of text.trimStart().startsWith("<") ? inXml(text) : inLines(text)) {
    take(listed);
    if (found.pages.length >= limit || found.sitemaps.length >= MAX_SITEMAPS) break;
  }
  return found;
}

/** `start`: what follows is of another page. `modified`: when that page changed last. */
type Listed = { list: "pages" | "sitemaps" | "modified" | "start"; address: string };

function timeOf(date: string): number | null {
  const at = Date.parse(date.trim());
  return Number.isNaN(at) ? null : at;
}

function* inLines(text: string): Generator<Listed, void, undefined> {
  for (const [line] of text.matchAll(/[^\r\n]+/g)) if (/^\s*https?:\/\//.test(line)) yield { list: "pages", address: line };
}

function* inXml(text: string): Generator<Listed, void, undefined> {
  const open: string[] = [];
  let address = "";
  for (const piece of scanXml(text)) {
    const list = LISTS.get(open.slice(-2).join(" "));
    if (piece.kind === "text") {
      if (list && address.length < 10_000) address += piece.text;
      continue;
    }
    if (list) yield { list, address: unescapeXml(address) };
    address = "";
    if (piece.kind === "close") {
      const from = open.lastIndexOf(piece.name);
      if (from >= 0) open.length = from;
      continue;
    }
    if (ENTRIES.has(piece.name)) yield { list: "start", address: "" };
    const linked = LISTS.get(`${open.at(-1)} ${piece.name}`);
    const href = linked && piece.name === "link" ? alternateOf(piece.attributes) : null;
    if (linked && href) yield { list: linked, address: unescapeXml(href) };
    if (!piece.isEmpty) open.push(piece.name);
    if (open.length > MAX_DEPTH) return;
  }
}

/** Atom has the address in an attribute; its other links (`edit`, `enclosure` …) lead to no pages. */
function alternateOf(attributes: string): string | null {
  const rel = attributeOf(attributes, REL);
  return rel === null || rel === "alternate" ? attributeOf(attributes, HREF) : null;
}

const REL = /\srel\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function attributeOf(attributes: string, pattern: RegExp): string | null {
  const found = pattern.exec(attributes);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
