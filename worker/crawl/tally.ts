import type { CrawlProgress } from "../core/crawl/crawl-memory.ts";
import type { PageOutcome, PageVisit } from "../core/page/visit.ts";
import { accountNotChecked, type NotChecked, type NotCheckedCode } from "../core/report/not-checked.ts";

/** Pages by what became of them. */
export type PageCounts = Record<PageOutcome, number>;

/** Running counts of one Crawl; what its account is made of. */
export type Tally = {
  readonly pages: PageCounts;
  /** Pages read by a browser, Blocks on all pages read, Findings in newly checked Blocks. */
  readonly read: { rendered: number; blocks: number; uniqueBlocks: number; checkedBlocks: number; findings: number };
  readonly links: { found: number; checked: number };
  countVisit(visit: PageVisit, blockHashes: readonly string[]): void;
  leaveOut(code: NotCheckedCode, count?: number): void;
  notChecked(): NotChecked[];
  progress(pagesFound: number): CrawlProgress;
};

export function createTally(): Tally {
  const pages: PageCounts = { new: 0, changed: 0, unchanged: 0, gone: 0, failed: 0, skipped: 0 };
  const read = { rendered: 0, blocks: 0, uniqueBlocks: 0, checkedBlocks: 0, findings: 0 };
  const links = { found: 0, checked: 0 };
  const leftOut = new Map<NotCheckedCode, number>();
  const distinct = new Set<string>();
  return {
    pages,
    read,
    links,
    countVisit: (visit, blockHashes) => {
      pages[visit.outcome]++;
      if (visit.rendered === "browser") read.rendered++;
      for (const hash of blockHashes) distinct.add(hash);
      read.blocks += blockHashes.length;
      read.uniqueBlocks = distinct.size;
      read.checkedBlocks += visit.checked.length;
      for (const { findings } of visit.checked) read.findings += findings.length;
    },
    leaveOut: (code, count = 1) => {
      if (count > 0) leftOut.set(code, (leftOut.get(code) ?? 0) + count);
    },
    notChecked: () => accountNotChecked(leftOut),
    progress: (pagesFound) => ({
      pagesFound,
      pagesDone: pages.new + pages.changed + pages.unchanged + pages.gone + pages.skipped + pages.failed,
      pagesFailed: pages.failed,
      findings: read.findings,
      linksFound: links.found,
      linksChecked: links.checked,
    }),
  };
}
