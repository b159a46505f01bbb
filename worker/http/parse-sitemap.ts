import { scanXml } from "./scan-xml.ts";

export type SitemapAddresses = { pages: string[]; sitemaps: string[] };

/** No honest sitemap nests deeper. */
const MAX_DEPTH = 50;
/** Which list the addresses in an element belong to, by its name and its parent's. */
const LISTS = new Map<string, keyof SitemapAddresses>([
  ["url loc", "pages"],
  ["sitemap loc", "sitemaps"],
  ["item link", "pages"],
  ["entry link", "pages"],
]);
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The addresses in a sitemap: urlset, index, RSS, Atom, or plain text with one a line; at most `limit` of each kind. Relative ones count
 * from `url`; what is no web address is left out. Any text gives a result, in time proportional to its length.
 */
export function parseSitemap(text: string, url: string, limit = Number.POSITIVE_INFINITY): SitemapAddresses {
  const found: SitemapAddresses = { pages: [], sitemaps: [] };
  const add = (list: keyof SitemapAddresses, address: string) => {
    const parsed = address.trim() === "" ? null : URL.parse(address.trim(), url);
    if (parsed && /^https?:$/.test(parsed.protocol)) found[list].push(parsed.href);
  };
  for (const { list, address } of text.trimStart().startsWith("<") ? inXml(text) : inLines(text)) {
    add(list, address);
    if (found.pages.length >= limit || found.sitemaps.length >= limit) break;
  }
  return found;
}

type Listed = { list: keyof SitemapAddresses; address: string };

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
    const linked = LISTS.get(`${open.at(-1)} ${piece.name}`);
    const href = linked && piece.name === "link" ? alternateOf(piece.attributes) : null;
    if (linked && href) yield { list: linked, address: unescapeXml(href) };
    if (!piece.isEmpty) open.push(piece.name);
    if (open.length > MAX_DEPTH) return;
  }
}

/** Atom has the address in an attribute; its other links (`edit`, `enclosure` …) lead to no pages. */
function alternateOf(attributes: string): string | null {
  const rel = attributeOf(attributes, "rel");
  return rel === null || rel === "alternate" ? attributeOf(attributes, "href") : null;
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? null) : null;
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
