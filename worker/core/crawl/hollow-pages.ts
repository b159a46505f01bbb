import type { BlockKind } from "../page/block.ts";
import type { PageLink } from "../page/page-content.ts";

/** A page's texts and links, as comparable items: at the last Crawl and now. */
export type PageBeforeAndNow = { url: string; before: readonly string[]; now: readonly string[] };

/** Part of the pages that must have an item for it to be common to them, and the smallest number of them. */
const COMMON = 0.3;
const FEWEST = 2;
/** Part of its own items that a page may keep and still count as hollow. */
const OWN_LEFT = 1 / 3;

/**
 * Returns the addresses of pages that said something of their own at the last Crawl and now say nothing, or far less, besides what others
 * say: as when a captcha or a notice of maintenance takes the place of every page.
 */
export function findHollowPages(pages: readonly PageBeforeAndNow[]): Set<string> {
  const [wasCommon, isCommon] = [findCommon(pages.map(({ before }) => before)), findCommon(pages.map(({ now }) => now))];
  const hollow = pages.filter(({ before, now }) => {
    const own = countOthers(before, wasCommon);
    // A page that moved to an address of its own is somewhere else, not hollow.
    const isMoved = now.some((item) => item.startsWith(INSTEAD) && !isCommon.has(item));
    const left = countOthers(now, isCommon);
    return own > 0 && !isMoved && left <= own * OWN_LEFT && left * 2 <= new Set(now).size;
  });
  return new Set(hollow.map(({ url }) => url));
}

function findCommon(pages: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const items of pages) for (const item of new Set(items)) counts.set(item, (counts.get(item) ?? 0) + 1);
  const needed = Math.max(FEWEST, pages.length * COMMON);
  return new Set([...counts].filter(([, count]) => count >= needed).map(([item]) => item));
}

function countOthers(items: readonly string[], common: ReadonlySet<string>): number {
  return [...new Set(items)].filter((item) => !common.has(item)).length;
}

const INSTEAD = "instead: ";

/** Titles, headings and descriptions may be a page's own where the same notice takes the place of its text. */
const NAMES_PAGE: ReadonlySet<BlockKind> = new Set(["title", "heading", "description", "social", "name"]);

/** Returns the items of a page. `text`: what identifies a Block, its text with all numbers equal or its hash. */
export function itemsOf<B extends { kind: BlockKind }>(
  blocks: readonly B[],
  links: readonly PageLink[],
  text: (block: B) => string,
): string[] {
  const texts = blocks.filter(({ kind }) => !NAMES_PAGE.has(kind)).map(text);
  return [...texts, ...links.filter(({ element }) => element === "a").map(({ url }) => `to ${withoutQuery(url)}`)];
}

/** Returns the item of a page that redirects. The query often names the page from which a visitor came. */
export function itemOfRedirect(target: string): string {
  return `${INSTEAD}${withoutQuery(target)}`;
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/su, "");
}
