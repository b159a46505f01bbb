import { parseFragment } from "parse5";
import { scanXml } from "./scan-xml.ts";

/** `modified`: time of a page's last change in milliseconds since 1970, if the sitemap has it. */
export type SitemapAddresses = { pages: string[]; sitemaps: string[]; modified: Map<string, number> };

/** Maximum number of sitemaps in an index, as sitemaps.org says. */
const MAX_SITEMAPS = 50_000;
/** Maximum depth of nested elements, far more than real sitemaps have. */
const MAX_DEPTH = 50;
/** The list that an element's text belongs to, by the names of its parent and itself, in lower case: some programs write `<LOC>`. */
const LISTS = new Map<string, Listed["list"]>([
  ["url loc", "pages"],
  ["sitemap loc", "sitemaps"],
  ["url link", "pages"],
  ["url lastmod", "modified"],
  ["item pubdate", "modified"],
  ["entry updated", "modified"],
  ["item link", "pages"],
  ["entry link", "pages"],
]);
/** Elements for one page each. */
const ENTRIES = new Set(["url", "item", "entry"]);
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Parses the addresses in a sitemap: urlset (including other languages of its pages), index, RSS, Atom, or plain text with one
 * per line; at most `limit` pages. Resolves relative addresses against `url` and skips other schemes. Accepts any text and runs
 * in linear time.
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

/** `start`: a new page begins. `modified`: time of that page's last change. */
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
    const name = piece.name.toLowerCase();
    if (piece.kind === "close") {
      const from = open.lastIndexOf(name);
      if (from >= 0) open.length = from;
      continue;
    }
    if (ENTRIES.has(name)) yield { list: "start", address: "" };
    const linked = LISTS.get(`${open.at(-1)} ${name}`);
    const href = linked && name === "link" ? alternateOf(piece.attributes) : null;
    if (linked && href) yield { list: linked, address: unescapeXml(href) };
    if (!piece.isEmpty) open.push(name);
    if (open.length > MAX_DEPTH) return;
  }
}

/** Returns the address in an Atom link; other links (`edit`, `enclosure` …) do not lead to pages. */
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

/** Resolves references to characters. Those of HTML (`&ouml;`) are unknown in XML, but generators write them. */
function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi, (whole, decimal, hex, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? htmlEntity(whole);
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function htmlEntity(reference: string): string {
  const [node] = parseFragment(reference).childNodes;
  return node && "value" in node ? node.value : reference;
}
