import type { PageContent } from "#worker/core/page/page-content.ts";
import { fnvHash } from "#worker/core/text/fnv-hash.ts";
import { decodeIfValid } from "#worker/core/url/decode-if-valid.ts";
import { withSlash } from "#worker/core/url/folder-link.ts";

/** Texts kept, to bound memory. A site with more is not watched any more. */
const MOST_TEXTS = 300_000;
/** Parts of a page that are compared. */
const MOST_PARTS = 3_000;
/** Letters of the shortest text that says something. */
const SHORTEST = 3;

type Page = Pick<PageContent, "title" | "blocks" | "links">;

/** Remembers what pages said, apart from digits, punctuation and what repeats their own addresses. */
export type SaidBefore = {
  add(url: string, page: Page): void;
  /**
   * Returns true if a page is a copy of `original`: other pages have said all that it says, and most of it is on the original, too. Links
   * count as they are written.
   */
  isCopy(url: string, page: Page, original: string): boolean;
  /** Returns true if all that one page says is on the other, too. Both are known. */
  isAlike(url: string, other: string): boolean;
  /** Returns true if a page's parts are known. */
  knows(url: string): boolean;
};

/** Short texts whose words are remembered, because most are on many pages. */
const MOST_REMEMBERED = 5_000;
const SHORT = 200;
/** Pages whose parts are kept, and the share of a copy's parts that its original has: a quote may change with each visit. */
const MOST_PAGES = 3_000;
const LEAST_SHARE = 0.7;

export function createSaidBefore(): SaidBefore {
  const said = new Set<number>();
  const pages = new Map<string, { parts: Part[]; hashes: Set<number> }>();
  const reader = { read: rememberWords(), readLead: rememberLeads() };
  const isIn = (known: ReadonlySet<number>, { whole, rest }: Part) => known.has(whole) || known.has(rest);
  return {
    add: (url, page) => {
      if (said.size >= MOST_TEXTS) return;
      const parts = partsOf(url, page, reader);
      const hashes = new Set(parts.flatMap(({ whole, rest }) => [whole, rest]));
      for (const part of hashes) said.add(part);
      if (pages.size < MOST_PAGES) pages.set(withSlash(url), { parts, hashes });
    },
    isAlike: (url, other) => {
      const [own, known] = [pages.get(withSlash(url)), pages.get(withSlash(other))];
      if (!own || !known) return false;
      return own.parts.every((part) => isIn(known.hashes, part));
    },
    knows: (url) => pages.has(withSlash(url)),
    isCopy: (url, page, original) => {
      const known = pages.get(withSlash(original))?.hashes;
      if (!known || said.size >= MOST_TEXTS) return false;
      const parts = partsOf(url, page, reader);
      return (
        parts.every((part) => isIn(said, part)) &&
        parts.filter((part) => isIn(known, part)).length >= parts.length * LEAST_SHARE
      );
    },
  };
}

/** Hashes of a text, whose collisions make a page seem a little less new, which does no harm: as a `whole`, and the `rest` without what repeats the page's address. */
type Part = { whole: number; rest: number };

/** Returns the parts of a page that say something. */
function partsOf(url: string, { title, blocks, links }: Page, { read, readLead }: Reader): Part[] {
  const path = decodeIfValid(new URL(url).pathname);
  const folders = path
    .split("/")
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const own = new Set(folders.flat());
  const withoutPath = (text: string) => (path === "/" ? text : text.replaceAll(path, " "));
  const parts = new Map<string, Part | null>();
  const said = blocks.length > 0 ? blocks : [{ kind: "title", text: title } as const];
  for (const { kind, text } of said.slice(0, MOST_PARTS)) {
    const words = read(withoutPath(text)).list;
    const isOwn = HEADLINES.has(kind) || words.every((word) => own.has(word));
    const rest = isOwn ? words.filter((word) => !own.has(word)) : withoutFolders(words, folders);
    parts.set(text, partOf(read(text), asWords(rest)));
  }
  for (const { href, text, url: target } of links.slice(0, MOST_PARTS)) {
    // Crumbs lead to the folders that a page is in.
    if (url.startsWith(target)) continue;
    const lead = readLead(href, text);
    const namesPath = path !== "/" && lead.decoded.includes(path);
    parts.set(lead.text, namesPath ? partOf(read(lead.text), read(withoutPath(lead.decoded))) : lead.part);
  }
  return [...parts.values()].filter((part) => part !== null);
}

/** Returns a text as a part; null if it says nothing. */
function partOf(whole: Words, rest: Words): Part | null {
  return whole.letters.length >= SHORTEST && rest.letters.length > 0 ? { whole: whole.hash, rest: rest.hash } : null;
}

const HEADLINES = new Set<string>(["title", "heading", "social"]);

/** Removes two or more folders of the address that follow each other ("bread / cake"). A single one may be what the text is about. */
function withoutFolders(words: readonly string[], folders: readonly (readonly string[])[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = lengthOfFolders(words, at, folders);
    if (length === 0) kept.push(words[at] ?? "");
    at += Math.max(1, length);
  }
  return kept;
}

function lengthOfFolders(words: readonly string[], at: number, folders: readonly (readonly string[])[]): number {
  for (const [first, folder] of folders.entries()) {
    if (folder[0] !== words[at]) continue;
    let [length, count] = [0, 0];
    for (const next of folders.slice(first)) {
      if (!next.every((word, index) => words[at + length + index] === word)) break;
      length += next.length;
      count += 1;
    }
    if (count > 1) return length;
  }
  return 0;
}

/** The words of a text, its letters without what is between them, and their hash. */
type Words = { list: readonly string[]; letters: string; hash: number };
type ReadWords = (text: string) => Words;

/** Returns a function that reads the words of a text, and remembers those of short ones. */
function rememberWords(): ReadWords {
  const known = new Map<string, Words>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const words = asWords(wordsOf(text));
    if (known.size >= MOST_REMEMBERED) known.clear();
    if (text.length <= SHORT) known.set(text, words);
    return words;
  };
}

/** A link with its text, apart from query and fragment. `part`: for a page whose path it does not name. */
type Lead = { text: string; decoded: string; part: Part | null };
type Reader = { read: ReadWords; readLead(href: string, text: string): Lead };

/** Returns a function that reads links, and remembers the short ones, because most are on many pages. */
function rememberLeads(): Reader["readLead"] {
  const byHref = new Map<string, Map<string, Lead>>();
  let count = 0;
  return (href, text) => {
    const before = byHref.get(href)?.get(text);
    if (before) return before;
    const lead = leadOf(href, text);
    if (lead.text.length > 2 * SHORT) return lead;
    if (count >= MOST_REMEMBERED) byHref.clear();
    count = count >= MOST_REMEMBERED ? 1 : count + 1;
    const byText = byHref.get(href) ?? new Map<string, Lead>();
    byHref.set(href, byText.set(text, lead));
    return lead;
  };
}

function leadOf(href: string, text: string): Lead {
  const lead = `${href.split(/[?#]/, 1)[0]} ${text}`;
  const decoded = decodeIfValid(lead);
  const [whole, rest] = [asWords(wordsOf(lead)), asWords(wordsOf(decoded))];
  return { text: lead, decoded, part: partOf(whole, rest) };
}

function asWords(list: readonly string[]): Words {
  const letters = list.join("");
  return { list, letters, hash: fnvHash(letters) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
