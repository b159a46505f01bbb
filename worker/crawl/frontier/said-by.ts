import type { PageContent } from "#worker/core/page/page-content.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";

/** A page as far as it is compared: its title with its headings, and hashes of its texts and links. */
export type Said = { headlines: string; parts: ReadonlySet<number> };

type Page = Pick<PageContent, "title" | "blocks" | "links">;

/** Parts of a page that are compared. */
const MOST_PARTS = 1_000;
/** Share of a page's parts that two readings of one page have in common: a quote may change, a counter does not count. */
export const SAME = 0.9;

/**
 * Returns the parts of a page, of which a collision makes two seem a little more alike. Numbers and the queries of links do not count.
 * `withFiles`: pictures and other files of the page count, too.
 */
export function saidBy({ title, blocks, links }: Page, { withFiles = false } = {}): Said {
  const headlines = [title, ...blocks.flatMap(({ kind, text }) => (kind === "heading" ? [text] : []))].join("\n");
  const texts = blocks.slice(0, MOST_PARTS).map(({ text }) => text.replace(/\p{N}+/gu, "0"));
  const leads = links
    .slice(0, MOST_PARTS)
    .flatMap(({ element, url, text }) => (element === "a" || withFiles ? [`${text} ${url.split(/[?#]/, 1)[0]}`] : []));
  return { headlines, parts: new Set([...texts, ...leads].map(fnvHash)) };
}

/** Returns the share of their parts that two pages have in common. */
export function shareOf(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const common = [...one].filter((part) => other.has(part)).length;
  return Math.max(one.size, other.size) === 0 ? 1 : common / Math.max(one.size, other.size);
}

/** Returns true if two readings are of one page. */
export function isSame(one: Said, other: Said): boolean {
  return one.headlines === other.headlines && shareOf(one.parts, other.parts) >= SAME;
}
