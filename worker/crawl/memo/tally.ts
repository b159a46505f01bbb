import type { CheckedBlock, UnfinishedCause } from "#worker/core/checks/check.ts";
import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import type { PageCounts } from "#worker/core/crawl/page-counts.ts";
import type { PageOutcome, PageVisit } from "#worker/core/crawl/visit.ts";
import { type LeftOut, listNotChecked, type NotChecked, type NotCheckedCode } from "#worker/core/report/not-checked.ts";

/** Counts of one Crawl, from which its account is made. */
export type Tally = {
  readonly pages: PageCounts;
  /** Pages read by a browser, Blocks on the pages that were read, Blocks newly checked, each once, and the Findings in them. */
  readonly read: { rendered: number; blocks: number; checkedBlocks: number; findings: number };
  readonly links: { found: number; checked: number };
  /** Counts the pages that an earlier run of the same Crawl had done. */
  pagesBefore(): number;
  countBefore(outcome: PageOutcome): void;
  /** `blocks`: how many Blocks were read; 0 if the page is known not to have changed. */
  countVisit(visit: PageVisit, blocks: number): void;
  /** Counts results of checks. Pass the result of each Block once. */
  countChecked(results: readonly CheckedBlock[]): void;
  /** `example`: an address left out for this reason. The first one is kept. */
  leaveOut(code: NotCheckedCode, count?: number, example?: string): void;
  /** Notes Blocks whose check broke off. One that is checked with a later page no longer counts. */
  noteUnchecked(blockHashes: readonly string[]): void;
  notChecked(): NotChecked[];
  /** Counts the pages of this run that have a result. */
  pagesDone(): number;
  progress(pagesFound: number): Omit<CrawlProgress, "waitsFor">;
};

export function createTally(): Tally {
  const pages: PageCounts = { new: 0, changed: 0, unchanged: 0, gone: 0, failed: 0, skipped: 0 };
  const leftOut = new Map<NotCheckedCode, LeftOut>();
  /** Why Blocks could not be checked completely, by hash. */
  const unfinishedBlocks = new Map<string, UnfinishedCause>();
  const before = { all: 0, failed: 0 };
  const tally: Tally = {
    pages,
    read: { rendered: 0, blocks: 0, checkedBlocks: 0, findings: 0 },
    links: { found: 0, checked: 0 },
    pagesBefore: () => before.all,
    countBefore: (outcome) => {
      before.all++;
      if (outcome === "failed") before.failed++;
    },
    countVisit: (visit, blocks) => {
      pages[visit.outcome]++;
      if (visit.rendered === "browser") tally.read.rendered++;
      tally.read.blocks += blocks;
    },
    countChecked: (results) => {
      for (const { hash, language, findings, unfinished } of results) {
        if (unfinished) unfinishedBlocks.set(hash, unfinished);
        else unfinishedBlocks.delete(hash);
        if (unfinished === "check-budget" || unfinished === "check-failed") continue;
        tally.read.checkedBlocks++;
        // A Finding that holds only from some day on does not count yet; one without confidence never counts by itself.
        tally.read.findings += findings.filter(({ holds, confidence }) => holds === undefined && confidence > 0).length;
        // Filler Latin is leftover text, not a language that we lack.
        if (language === null && !findings.some(({ check }) => check === "content")) tally.leaveOut("language");
      }
    },
    leaveOut: (code, count = 1, example) => {
      const before = leftOut.get(code);
      if (count > 0) leftOut.set(code, { count: (before?.count ?? 0) + count, example: before?.example ?? example });
    },
    noteUnchecked: (blockHashes) => {
      for (const hash of blockHashes) unfinishedBlocks.set(hash, "check-failed");
    },
    notChecked: () => {
      const causes = Map.groupBy(unfinishedBlocks.values(), (cause) => cause);
      return listNotChecked(
        new Map([...leftOut, ...[...causes].map(([cause, { length: count }]) => [cause, { count }] as const)]),
      );
    },
    pagesDone: () => Object.values(pages).reduce((sum, count) => sum + count, 0),
    progress: (pagesFound) => ({
      pagesFound,
      pagesDone: before.all + tally.pagesDone(),
      pagesFailed: before.failed + pages.failed,
      findings: tally.read.findings,
      linksFound: tally.links.found,
      linksChecked: tally.links.checked,
    }),
  };
  return tally;
}
