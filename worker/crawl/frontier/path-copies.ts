import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import { type FamilyKind, familyOf } from "#worker/core/url/address-family.ts";
import { hasSeveralParts, isOfPattern, type PathParts, pathParts, patternsOf, siblingsOn, withoutPart } from "./path-parts.ts";
import { isSame, type Said, saidBy } from "./said-by.ts";

/** Copies that led to ever new addresses, after which they are left out, and how many other pages an endless pattern may have for each. */
const ENOUGH_COPIES = 6;
const MOST_OTHERS = 0.2;
/** Pages that say something else, after which a pattern without copies is no longer watched. */
const ENOUGH_OTHERS = 40;
/** Pages whose texts are kept, texts kept for one pattern, and patterns and values that one Crawl watches. */
const MOST_PAGES = 3_000;
const MOST_TEXTS = 40;
const MOST_PATTERNS = 20_000;
const MOST_VALUES = 2_000;
const MOST_LEARNED = 50;
const MOST_FOUND = 100;
/** Crawls after which a learnt pattern is tested again. */
const REMEMBERED_CRAWLS = 30;

type Page = Pick<PageContent, "title" | "blocks" | "links">;
/** `values`: what the pages' addresses and links had at the place. `found`: copies read so far, with their originals. */
type Pattern = {
  said: Map<string, Said>;
  values: Set<string>;
  found: Map<string, string>;
  copies: number;
  others: number;
};

/**
 * Recognises a part of paths that changes nothing and is another one in each link, such as `/item/k3xq9z`, or several keys at once, such as
 * `/v-8f3k/shop-92ls`: pages that differ in it alone say the same, and each leads to addresses that no page led to before. A section in which many pages say the same has an end.
 */
export type PathCopies = {
  /** Notes a page that was read, and its links. Returns the page that it is a copy of, or null. Call it once for each page, because it counts. */
  copiedBy(url: string, page: Page): string | null;
  /** Returns the pages that were read before they were known as copies, each once. */
  takeReplaced(): string[];
  /** Returns the original of such a page, or null. */
  originalOf(url: string): string | null;
  /** Returns true for an address of an endless pattern. */
  isEndless(url: string): boolean;
  /** Returns a link target without such a part, to compare links of two Crawls. It leads nowhere. */
  withoutPart(target: string): string;
  learnt(): LearnedTrap[];
};

export function createPathCopies(known: readonly LearnedTrap[]): PathCopies {
  const endless = new Map<string, number>();
  const patterns = new Map<string, Pattern>();
  const originals = new Map<string, string>();
  const waiting: string[] = [];
  let kept = 0;
  /** The patterns with several parts among them. */
  const several: string[] = [];
  const learn = (pattern: string, crawlsLeft: number) => {
    endless.set(pattern, crawlsLeft);
    if (hasSeveralParts(pattern)) several.push(pattern);
  };
  for (const { family, crawlsLeft } of known) if (isOfPath(family)) learn(family.slice(PREFIX.length), crawlsLeft);

  const patternAt = (key: string): Pattern | null => {
    const pattern: Pattern = patterns.get(key) ?? {
      said: new Map(),
      values: new Set<string>(),
      found: new Map(),
      copies: 0,
      others: 0,
    };
    if (!patterns.has(key) && patterns.size >= MOST_PATTERNS) return null;
    patterns.set(key, pattern);
    return pattern;
  };

  const patternOf = (url: string): string | null => {
    const own = endless.size === 0 ? null : pathParts(url);
    if (own === null) return null;
    return patternsOf(own).find((pattern) => endless.has(pattern)) ?? severalOf(url)[0] ?? null;
  };
  const severalOf = (url: string) => several.filter((pattern) => isOfPattern(pattern, url));

  return {
    copiedBy: (url, page) => {
      const own = WATCHED_ELSEWHERE.has(familyOf(url)?.kind) ? null : pathParts(url);
      if (own === null) return null;
      const readable = withoutKeys(own, page);
      const siblings = Map.groupBy(siblingsOn(own, readable), ({ pattern }) => pattern);
      const single = patternsOf(own);
      let original: string | null = null;
      for (const key of new Set([...single, ...siblings.keys(), ...severalOf(url)])) {
        const others = siblings.get(key) ?? [];
        if (others.length === 0 && !endless.has(key)) continue;
        const pattern = patternAt(key);
        if (!pattern || (pattern.copies === 0 && pattern.others >= ENOUGH_OTHERS)) continue;
        const values = others.map((sibling) => sibling.value);
        const leadsOn = noteValues(pattern.values, own.segments[single.indexOf(key)] ?? url, values);
        const rest = withoutPart(readable, { pattern: key, texts: new Set(others.map(({ text }) => text)) });
        // Pages without texts, such as those of pictures, are no copies of each other.
        if (rest.blocks.every(({ kind }) => NAMES.has(kind))) continue;
        const now = saidBy(rest, { withFiles: true });
        const before = [...pattern.said].find(([address, then]) => address !== url && isSame(now, then))?.[0];
        if (before === undefined) {
          pattern.others += 1;
          if (pattern.said.size >= MOST_TEXTS || kept >= MOST_PAGES) continue;
          pattern.said.set(url, now);
          kept += 1;
          continue;
        }
        if (leadsOn) pattern.copies += 1;
        const isProven = pattern.copies >= ENOUGH_COPIES;
        if (!isProven) {
          if (pattern.found.size < MOST_FOUND) pattern.found.set(url, before);
        } else {
          for (const [copy, first] of pattern.found) originals.set(copy, first);
          waiting.push(...pattern.found.keys());
          pattern.found.clear();
        }
        // The first page of a pattern is no other. Where there are many, only the copies and what they lead to are left out.
        const isAll = isProven && pattern.others - 1 <= pattern.copies * MOST_OTHERS;
        if (isAll && !endless.has(key) && endless.size < MOST_LEARNED) learn(key, REMEMBERED_CRAWLS);
        if (isProven || endless.has(key)) original ??= before;
      }
      return original;
    },
    takeReplaced: () => waiting.splice(0),
    originalOf: (url) => originals.get(url) ?? null,
    isEndless: (url) => patternOf(url) !== null,
    withoutPart: (target) => patternOf(target) ?? target,
    learnt: () => [...endless].map(([key, crawlsLeft]) => ({ family: `${PREFIX}${key}`, code: "trap-list", crawlsLeft })),
  };
}

/** Calendars and the parts of lists. */
const WATCHED_ELSEWHERE = new Set<FamilyKind | undefined>(["dates", "list"]);

/** Texts that name a page, and may be the same on many. */
const NAMES = new Set<string>(["title", "heading", "social", "description", "name"]);

const PREFIX = "path ";

/** Returns true for the family of a learnt pattern of paths. */
export function isOfPath(family: string): boolean {
  return family.startsWith(PREFIX);
}

/** Notes the values of a pattern. Returns true if a link has one that no page had before. */
function noteValues(values: Set<string>, own: string, others: readonly string[]): boolean {
  const isNew = others.some((value) => !values.has(value));
  for (const value of [own, ...others]) if (values.size < MOST_VALUES) values.add(value);
  return isNew;
}

/** A part of a path that no person writes: letters and digits mixed. A page may repeat it in its texts. */
const KEY = /^(?=[^\d]{0,60}\d)(?=[^a-z]{0,60}[a-z])[\w-]{4,60}$/i;

function withoutKeys({ segments }: PathParts, page: Page): Page {
  const keys = segments.filter((segment) => KEY.test(segment));
  if (keys.length === 0) return page;
  const strip = (text: string) => keys.reduce((left, key) => left.replaceAll(key, ""), text);
  return {
    title: strip(page.title),
    blocks: page.blocks.map((block) => ({ ...block, text: strip(block.text) })),
    links: page.links.map((link) => ({ ...link, text: strip(link.text) })),
  };
}
