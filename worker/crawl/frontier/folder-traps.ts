import type { LearnedTrap } from "#worker/core/crawl/learned-trap.ts";
import type { PageContent, PageLink } from "#worker/core/page/page-content.ts";
import { canonicalUrl } from "#worker/core/url/canonical-url.ts";
import { type FolderLink, folderLink, foldersIn, isNested, withSlash } from "#worker/core/url/folder-link.ts";
import { createSaidBefore } from "./said-before.ts";

/** Copies in one folder after which all its relative links count as trapped, and how many other pages there may be for each copy. */
const ENOUGH_COPIES = 4;
const MOST_OTHERS = 0.2;
/** Relative links and folders that one Crawl watches. */
const MOST_LINKS = 5_000;
const MOST_FOLDERS = 50;
const MOST_NESTED = 50_000;
/** Links remembered as they are written, because most are on many pages of a folder. */
const MOST_WRITTEN = 10_000;
const MOST_LEARNED = 200;
/** Crawls after which a learnt trap is tested again. */
const REMEMBERED_CRAWLS = 30;

type Copy = FolderLink & { original: string };
type Root = { folders: Set<string>; copies: number; others: number; isSound: boolean };

/**
 * Recognises relative links that lead to ever deeper folders on a server that answers everything: in `/`, `bread/` leads to `/bread/`, in
 * `/bread/` to `/bread/bread/`. Where such an address says nothing that other pages have not said, it is a copy.
 */
export type FolderTraps = {
  /** Notes the relative links of a page, and what it says. */
  note(url: string, page: PageContent): void;
  /** Returns the page that this one is a copy of, or null. Call it once for each page, because it counts. */
  originalOf(url: string, page: PageContent): string | null;
  /** Notes that there is no page at an address: a server that says so has no endless folders there. */
  noteMissing(url: string): void;
  /** Returns the relative link that leads to a copy at this address, with the original, or null where none is known. */
  copyAt(url: string): Copy | null;
  /** Returns the traps known by now. */
  learnt(): LearnedTrap[];
};

export function createFolderTraps(known: readonly LearnedTrap[]): FolderTraps {
  const bases = new Map<string, Set<string>>();
  const nested = new Map<string, FolderLink>();
  const roots = new Map<string, Root>();
  const trapped = new Map<string, FolderLink & { crawlsLeft: number }>();
  const refuted = new Set<string>();
  const said = createSaidBefore();
  const rootAt = (base: string): Root => {
    const root = roots.get(base) ?? { folders: new Set(), copies: 0, others: 0, isSound: false };
    roots.set(base, root);
    return root;
  };
  const trap = (link: FolderLink, crawlsLeft = REMEMBERED_CRAWLS) => {
    if (trapped.size >= MOST_LEARNED || trapped.has(keyOf(link))) return;
    if (refuted.has(keyOf(link)) || rootAt(link.base).isSound) return;
    trapped.set(keyOf(link), { ...link, crawlsLeft });
    for (const folder of foldersIn(link.path)) rootAt(link.base).folders.add(folder);
  };
  const noteLink = ({ base, path }: FolderLink) => {
    const found = bases.get(path) ?? new Set();
    if (found.has(base) || found.size >= MOST_FOLDERS || (found.size === 0 && bases.size >= MOST_LINKS)) return;
    bases.set(path, found);
    const above = [...found].filter((other) => base.startsWith(other)).sort((a, b) => a.length - b.length)[0];
    found.add(base);
    const address = canonicalUrl(base + path);
    if (above === undefined || address === null || nested.size >= MOST_NESTED) return;
    nested.set(withSlash(address), { base: above, path });
  };
  const written = new Map<string, { url: string; link: FolderLink | null }>();
  /** Notes a link, if it is relative to a folder. */
  const takeLink = ({ href, url }: PageLink): FolderLink | null => {
    const before = written.get(href);
    if (before?.url === url) return before.link;
    const link = folderLink({ href, url });
    if (link) noteLink(link);
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(href, { url, link });
    return link;
  };
  const noteCopy = (link: FolderLink) => {
    const root = rootAt(link.base);
    root.copies += 1;
    trap(link);
    if (root.copies < ENOUGH_COPIES || root.others > root.copies * MOST_OTHERS) return;
    for (const [path, found] of bases) if (found.has(link.base)) trap({ base: link.base, path });
  };
  const noteOther = (link: FolderLink) => {
    rootAt(link.base).others += 1;
    refuted.add(keyOf(link));
    trapped.delete(keyOf(link));
  };
  for (const { family, crawlsLeft } of known) {
    const link = linkOf(family);
    if (link) trap(link, crawlsLeft);
  }

  return {
    note: (url, page) => {
      const links = page.links.map(takeLink);
      if (links.some((link) => link !== null)) said.add(url, page);
    },
    originalOf: (url, page) => {
      const link = nested.get(withSlash(url));
      if (!link) return null;
      const original = link.base + link.path;
      const isCopy = said.isCopy(url, page, original);
      if (isCopy) noteCopy(link);
      else noteOther(link);
      return isCopy ? original : null;
    },
    noteMissing: (url) => {
      const link = nested.get(withSlash(url));
      // A link that is broken everywhere proves nothing.
      if (!link || !said.knows(link.base + link.path)) return;
      rootAt(link.base).isSound = true;
      for (const [key, { base }] of trapped) if (base === link.base) trapped.delete(key);
    },
    copyAt: (url) => {
      for (const link of trapped.values())
        if (isNested(url, link, rootAt(link.base).folders)) {
          const { base, path } = link;
          return { base, path, original: base + path };
        }
      return null;
    },
    learnt: () => {
      // Pages that an earlier version took for pages are read before those that link to them.
      for (const [address, link] of nested) if (said.isAlike(address, link.base + link.path)) trap(link);
      return [...trapped.values()].map(({ crawlsLeft, ...link }) => ({
        family: keyOf(link),
        code: "trap-folders",
        crawlsLeft,
      }));
    },
  };
}

function keyOf({ base, path }: FolderLink): string {
  return `folders ${base} ${path}`;
}

function linkOf(family: string): FolderLink | null {
  const [kind, base, path, ...more] = family.split(" ");
  return kind === "folders" && base && path && more.length === 0 && URL.canParse(base) ? { base, path } : null;
}
