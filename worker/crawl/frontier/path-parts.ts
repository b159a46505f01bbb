import type { PageContent } from "#worker/core/page/page-content.ts";
import { differOnlyInKeys } from "#worker/core/url/differ-only-in-keys.ts";

/** Deeper paths are not watched. */
const MOST_SEGMENTS = 8;
/** Shortest piece of a path that is left out beside keys. */
const SHORTEST_KEY = 4;

type Page = Pick<PageContent, "title" | "blocks" | "links">;

/** An address whose path is compared with others. */
export type PathParts = { url: string; origin: string; segments: readonly string[] };

/** A link of a page whose address differs from its own in one part, or in several keys. `pattern`: both addresses with `*` there. */
export type Sibling = { pattern: string; value: string; text: string };

/** Returns the parts of an address's path; null with a query, which others watch, and for paths without parts or with too many. */
export function pathParts(url: string): PathParts | null {
  const [, origin = "", path = ""] = /^(https?:\/\/[^/?#]+)(\/[^?#]*)$/.exec(url) ?? [];
  const segments = path.split("/").slice(1);
  return origin === "" || segments.length > MOST_SEGMENTS || path === "/" ? null : { url, origin, segments };
}

/** Returns the patterns that an address has: one for each of its parts, with `*` in its place. */
export function patternsOf({ origin, segments }: PathParts): string[] {
  return segments.map((_, at) => `${origin}/${segments.with(at, "*").join("/")}`);
}

/** Returns true for a pattern of keys in several parts of the path (`/v-*` + `/shop-*`). Others are those of `patternsOf`. */
export function hasSeveralParts(pattern: string): boolean {
  return pattern.indexOf("*") !== pattern.lastIndexOf("*");
}

/** Returns true for an address of a pattern with several parts. Each `*` is letters and digits. */
export function isOfPattern(pattern: string, url: string): boolean {
  if (!url.startsWith(pattern.slice(0, pattern.indexOf("*")))) return false;
  const [wanted, found] = [piecesOf(pattern), piecesOf(url)];
  return (
    wanted.length === found.length && wanted.every((piece, at) => piece === found[at] || (piece === "*" && isKey(found[at])))
  );
}

function piecesOf(address: string): string[] {
  return address.match(/[\da-z]+|\*|[^\da-z*]+/gi) ?? [];
}

function isKey(piece: string | undefined): boolean {
  return piece !== undefined && /^[\da-z]+$/i.test(piece);
}

/** Returns the links of a page that are siblings of its address. */
export function siblingsOn(own: PathParts, { links }: Page): Sibling[] {
  const patterns = patternsOf(own);
  return links.flatMap(({ url, text, element }) => {
    if (element !== "a" || !url.startsWith(`${own.origin}/`)) return [];
    const address = url.split(/[?#]/, 1)[0] ?? "";
    const parts = address.slice(own.origin.length + 1).split("/");
    if (parts.length !== own.segments.length) return [];
    const differing = parts.flatMap((part, at) => (part === own.segments[at] ? [] : [at]));
    const [first, ...more] = differing;
    if (first === undefined) return [];
    if (more.length === 0) return [{ pattern: patterns[first] ?? "", value: parts[first] ?? "", text }];
    const isOther = address.length === own.url.length && differOnlyInKeys(own.url, address);
    return isOther ? [{ pattern: patternBetween(own.url, address), value: address, text }] : [];
  });
}

/** Returns two addresses that differ only in keys as one, with `*` in the place of each. */
function patternBetween(one: string, other: string): string {
  const now = piecesOf(other);
  return piecesOf(one)
    .map((piece, at) => (piece === now[at] ? piece : "*"))
    .join("");
}

type Part = { pattern: string; texts: ReadonlySet<string> };

/** Returns a page without what differs in its links' addresses by a pattern, and without the texts that lead to its siblings. */
export function withoutPart(page: Page, { pattern, texts }: Part): Page {
  const before = pattern.slice(0, pattern.indexOf("*"));
  const isSeveral = hasSeveralParts(pattern);
  const links = page.links.flatMap((link) => {
    if (!link.url.startsWith(before)) return [link];
    const after = link.url.slice(before.length);
    if (isSeveral) return isOfPattern(pattern, link.url) ? [] : [{ ...link, url: before + withoutKeys(after) }];
    const url = `${before}*${/[/?#].*$/s.exec(after)?.[0] ?? ""}`;
    return url === pattern ? [] : [{ ...link, url }];
  });
  return { title: page.title, blocks: page.blocks.filter(({ text }) => !texts.has(text)), links };
}

/** Returns a path without all that may be a key, since which pieces of it are is not known. */
function withoutKeys(path: string): string {
  return path.replace(/[\da-z]+/gi, (piece) => (piece.length < SHORTEST_KEY ? piece : "*"));
}
