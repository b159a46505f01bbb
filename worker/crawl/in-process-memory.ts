import { isFileOfPage } from "#worker/core/checks/links/link-use.ts";
import type { LinkVerdict } from "#worker/core/checks/links/link-verdict.ts";
import { READING_VERSION } from "#worker/core/crawl/reading-version.ts";
import { NO_VALIDATORS, type PageVisit, type PreviousVisit } from "#worker/core/crawl/visit.ts";
import { isRequestable } from "#worker/core/page/html/link-attributes.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import type { CheckedBlock } from "../core/checks/check.ts";
import { neededAt, needsFile, type TargetUse } from "../core/checks/links/target-use.ts";
import type { CrawlMemory, DoneEntry, FrontierEntry } from "../core/crawl/crawl-memory.ts";
import type { Block } from "../core/page/block.ts";
import { isReadOutcome } from "./steps/page-outcome.ts";
import { unreadVisit } from "./steps/unread-visit.ts";

export type KnownPage = Omit<PreviousVisit, "contentHash" | "detailHash"> & { snapshot: Snapshot | null; leads: string[] };

/** A page as this process knows it: its last visit, and its content when it was last read. */
export type RememberedPage = { visit: PageVisit; known: KnownPage };
/** `isVisited`: the current Crawl visited it. `isUnread`: see `KnownPlace`. */
type VisitedPage = RememberedPage & { isVisited: boolean; isUnread: boolean };

/** The memory of one Site for the life of the process: for `npm run check` and for tests. */
export type InProcessMemory = CrawlMemory & {
  /** Empties the frontier and keeps the pages, for the next Crawl of the same Site. */
  startNextCrawl(): void;
  pages(): VisitedPage[];
  /** Returns a Block with its text, or null if no page ever had it. */
  block(hash: string): Block | null;
  /** Returns the result of checking a Block, or null if it was not checked. */
  checked(hash: string): CheckedBlock | null;
  verdicts(): LinkVerdict[];
  /** Returns what the next process must know, of the pages that the Site has now. */
  save(): SavedMemory;
};

/** The memory of a Site between two processes. `version`: of the checks; null if they were not finished. */
export type SavedMemory = {
  pages: { visit: Pick<PageVisit, "depth" | "status" | "outcome" | "failure">; known: KnownPage }[];
  blocks: Block[];
  checked: { result: CheckedBlock; version: string | null }[];
  verdicts: LinkVerdict[];
};

/** Returns a memory, empty or as it was saved. Its answers are promises only because the database's are. */
export function createInProcessMemory(saved?: SavedMemory): InProcessMemory {
  const frontier = new Map<string, { entry: FrontierEntry; done: boolean }>();
  const pages = new Map<string, RememberedPage>(
    saved?.pages.map(({ visit, known }) => [
      known.url,
      { visit: { ...unreadVisit({ ...visit, url: known.url, source: "known" }, 0), ...visit }, known },
    ]),
  );
  const blocks = new Map<string, Block>(saved?.blocks.map((block) => [block.hash, block]));
  const checked = new Map(saved?.checked.map((one) => [one.result.hash, one]));
  const verdicts = new Map<string, LinkVerdict>(saved?.verdicts.map((verdict) => [verdict.url, verdict]));
  const doneEntries = (): DoneEntry[] =>
    [...frontier.values()].flatMap(({ entry, done }) => {
      const visit = pages.get(entry.url)?.visit;
      return done && visit ? [{ ...entry, outcome: visit.outcome, failureCode: visit.failure?.code ?? null }] : [];
    });

  const recordVisit = async (visit: PageVisit, version: string) => {
    for (const block of visit.newBlocks) blocks.set(block.hash, block);
    for (const result of visit.checked) {
      // An unfinished check may have missed something, so it never replaces a complete one.
      if (!result.unfinished) checked.set(result.hash, { result, version });
      else if (!checked.has(result.hash)) checked.set(result.hash, { result, version: null });
    }
    pages.set(visit.url, { visit, known: knownAfter(visit, version, pages.get(visit.url)?.known) });
    const entry = frontier.get(visit.url)?.entry ?? { url: visit.url, depth: visit.depth, source: "link" };
    frontier.set(visit.url, { entry, done: true });
  };

  return {
    resume: async () => ({
      done: doneEntries(),
      pending: [...frontier.values()].filter(({ done }) => !done).map(({ entry }) => entry),
    }),
    knownPages: async () =>
      [...pages.values()]
        .filter(({ visit }) => !isNoPage(visit))
        .map(({ visit }) => ({ url: visit.url, depth: visit.depth, source: "known" as const })),
    recordedSitemaps: async () => [...pages.values()].filter(({ visit }) => isSitemap(visit)).map(({ visit }) => visit.url),
    addPending: async (entries) => {
      for (const entry of entries) if (!frontier.has(entry.url)) frontier.set(entry.url, { entry, done: false });
    },
    previousVisits: async (urls) => {
      const found = urls.map((url) => pages.get(url)?.known).filter((known) => known !== undefined);
      return new Map(
        found.map(({ url, validators, rendered, checksVersion, readingVersion, snapshot }) => [
          url,
          {
            url,
            validators,
            rendered,
            checksVersion,
            readingVersion,
            contentHash: snapshot?.contentHash ?? null,
            detailHash: snapshot?.detailHash ?? null,
          },
        ]),
      );
    },
    contentsOf: async (urls) =>
      new Map(
        urls.flatMap((url) => {
          const snapshot = pages.get(url)?.known.snapshot;
          return snapshot ? [[url, snapshot]] : [];
        }),
      ),
    checkedBlocks: async (hashes, version) => new Set(hashes.filter((hash) => checked.get(hash)?.version === version)),
    recordVisit,
    recordUnchanged: async (visits, version) => {
      for (const visit of visits) await recordVisit(visit, version);
    },
    unvisitedLinks: async () => {
      const leads = new Map<string, FrontierEntry>();
      for (const { visit, known } of pages.values())
        for (const url of known.leads) {
          const page = pages.get(url)?.visit;
          const depth = Math.min(leads.get(url)?.depth ?? Number.POSITIVE_INFINITY, visit.depth + 1);
          if (!page || isNoPage(page)) leads.set(url, { url, depth, source: "link" });
        }
      return [...leads.values()];
    },
    async *linkTargets() {
      const snapshots = [...pages.values()].map(({ known }) => known.snapshot).filter((snapshot) => snapshot !== null);
      const links = snapshots.flatMap((snapshot) => snapshot.links).filter(isRequestable);
      yield { targets: [...new Set(links.map(({ url }) => url))], known: 0, uses: usesOf(pages.values()) };
    },
    filesOfPages: async (targets) => {
      const wanted = new Set(targets);
      const links = [...pages.values()].flatMap(({ known }) => known.snapshot?.links ?? []);
      return new Set(links.filter((link) => wanted.has(link.url) && isFileOfPage(link)).map(({ url }) => url));
    },
    anchorsOf: async (urls) => {
      const snapshots = urls.map((url) => [url, pages.get(url)?.known.snapshot] as const);
      return new Map(
        snapshots.flatMap(([url, snapshot]) => (snapshot && !snapshot.isTruncated ? [[url, snapshot.anchors]] : [])),
      );
    },
    soft404s: async (targets) => new Set(targets.filter((target) => verdicts.get(target)?.rule === "links/gone-soft")),
    recordVerdicts: async (found) => {
      for (const verdict of found) verdicts.set(verdict.url, verdict);
    },
    startNextCrawl: () => frontier.clear(),
    pages: () =>
      [...pages].map(([url, page]) => {
        const isVisited = frontier.get(url)?.done === true;
        return { ...page, isVisited, isUnread: isUnread(page, isVisited) };
      }),
    block: (hash) => blocks.get(hash) ?? null,
    checked: (hash) => checked.get(hash)?.result ?? null,
    verdicts: () => [...verdicts.values()],
    save: () => {
      const now = [...pages.values()].filter(({ visit }) => !isNoPage(visit));
      const snapshots = now.flatMap(({ known }) => known.snapshot ?? []);
      const hashes = new Set(snapshots.flatMap((snapshot) => snapshot.blocks.map(({ hash }) => hash)));
      const targets = new Set(snapshots.flatMap(({ links }) => links.map(({ url }) => url)));
      return {
        pages: now.map(({ visit: { depth, status, outcome, failure }, known }) => ({
          visit: { depth, status, outcome, failure },
          known,
        })),
        blocks: [...blocks.values()].filter(({ hash }) => hashes.has(hash)),
        checked: [...checked.values()].filter(({ result }) => hashes.has(result.hash)),
        verdicts: [...verdicts.values()].filter(({ url }) => targets.has(url)),
      };
    },
  };
}

function usesOf(pages: Iterable<RememberedPage>): Map<string, TargetUse> {
  const uses = new Map<string, TargetUse>();
  for (const { known } of pages)
    for (const link of known.snapshot?.links ?? []) {
      const needs = neededAt(link);
      if (needs && !needsFile(uses.get(link.url)?.needs)) uses.set(link.url, { needs, page: known.url });
    }
  return uses;
}

/** Returns true for what the database does not keep as a page: such an address is found again through the pages that lead to it. */
function isNoPage({ outcome, failure }: PageVisit): boolean {
  return outcome === "gone" || (outcome === "skipped" && failure?.code !== "robots");
}

function isUnread({ visit: { outcome }, known }: RememberedPage, isVisited: boolean): boolean {
  return known.snapshot ? !isVisited || !isReadOutcome(outcome) : isVisited && outcome === "failed";
}

function isSitemap({ failure, snapshot }: PageVisit): boolean {
  return failure?.code === "sitemap" && snapshot !== null;
}

/** Returns what is known of a page after a visit: as before if it failed or is disallowed, nothing if it is no page any more. */
function knownAfter(visit: PageVisit, version: string, before: KnownPage | undefined): KnownPage {
  const { url, validators, rendered, outcome, isFullyChecked } = visit;
  if (before && (outcome === "failed" || visit.failure?.code === "robots")) return before;
  if (!isReadOutcome(outcome) && !isSitemap(visit)) return { url, ...NOTHING_KNOWN };
  const isKept = outcome === "unchanged" && visit.newBlocks.length === 0;
  const checksVersion = isFullyChecked ? version : isKept ? (before?.checksVersion ?? null) : null;
  const said = visit.snapshot ? { snapshot: withoutTexts(visit.snapshot), leads: visit.leads } : before;
  return { url, ...NOTHING_KNOWN, ...said, validators, rendered, checksVersion, readingVersion: READING_VERSION };
}

const NOTHING_KNOWN = {
  validators: NO_VALIDATORS,
  rendered: null,
  checksVersion: null,
  readingVersion: null,
  snapshot: null,
  leads: [],
};

/** Returns the fields of a Snapshot alone: the texts are kept once, by hash. */
function withoutTexts(snapshot: Snapshot): Snapshot {
  const { title, lang, contentHash, detailHash, isTruncated, blocks, links, anchors } = snapshot;
  return { title, lang, contentHash, detailHash, isTruncated, blocks, links, anchors };
}
