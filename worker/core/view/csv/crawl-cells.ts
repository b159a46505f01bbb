import { CRAWL_STATES, type CrawlReason, type CrawlState, outcomeInWords, REASON_WORDS } from "../crawls/crawl-words.ts";
import type { CsvCell } from "./csv-row.ts";

/** The figures of a Crawl that its list shows. */
type ExportedCrawl = {
  reason: CrawlReason;
  state: CrawlState;
  queuedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  pagesDone: number;
  pagesFailed: number;
  pagesChanged: number;
  linksChecked: number;
  opened: number;
  fixed: number;
  failureMessage: string | null;
};

export const CRAWL_HEADINGS = [
  "Started",
  "Finished",
  "Kind",
  "State",
  "Pages",
  "Not readable",
  "Changed",
  "Links checked",
  "New issues",
  "Fixed issues",
  "Reason of the failure",
] as const;

/** Returns the cells of a Crawl, in the order of `CRAWL_HEADINGS`. */
export function crawlCells(crawl: ExportedCrawl): CsvCell[] {
  return [
    crawl.startedAt ?? crawl.queuedAt,
    crawl.finishedAt,
    REASON_WORDS[crawl.reason],
    CRAWL_STATES[crawl.state].words,
    crawl.pagesDone,
    crawl.pagesFailed,
    crawl.pagesChanged,
    crawl.linksChecked,
    crawl.opened,
    crawl.fixed,
    crawl.failureMessage,
  ];
}

type ExportedPage = {
  url: string;
  outcome: string | null;
  status: number | null;
  depth: number;
  ms: number | null;
  failureMessage: string | null;
};

export const CRAWL_PAGE_HEADINGS = [
  "Address",
  "Outcome",
  "Reason",
  "Status",
  "Links from the start page",
  "Milliseconds",
] as const;

/** Returns the cells of an address of a Crawl, in the order of `CRAWL_PAGE_HEADINGS`. */
export function crawlPageCells({ url, outcome, failureMessage, status, depth, ms }: ExportedPage): CsvCell[] {
  return [url, outcomeInWords(outcome), failureMessage, status, depth, ms];
}
