import type { CheckedBlock } from "../checks/check.ts";
import type { Block } from "../page/block.ts";
import type { PageFailure } from "../page/page-failure.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";

/** How a page was read: its HTML alone, or the DOM that a browser made of it. */
export type Rendered = "http" | "browser";

/**
 * What became of one page in a Crawl. `failed`: nothing is known about it now, so nothing on it counts as fixed.
 * `gone`: the server says that it exists no more (404, 410). `skipped`: not a page to check (robots, redirect elsewhere, not HTML).
 */
export type PageOutcome = "new" | "changed" | "unchanged" | "gone" | "failed" | "skipped";

/** HTTP validators and body hash, for asking next time whether anything changed. */
export type Validators = { etag: string | null; lastModified: string | null; bodyHash: string | null };

/** What the last Crawl knew about a page. */
export type PreviousVisit = {
  url: string;
  validators: Validators;
  rendered: Rendered | null;
  /** Of its Snapshot; null where it has none. */
  contentHash: string | null;
  detailHash: string | null;
  /** The version of rules and dictionaries that all its Blocks are checked by; null: some are not. */
  checksVersion: string | null;
  /** The `READING_VERSION` that read it; null: an earlier one. */
  readingVersion: string | null;
};

/** One page's result, the value handed from the crawl to recording. */
export type PageVisit = {
  /** Canonical address: what the Page is stored under. */
  url: string;
  depth: number;
  outcome: PageOutcome;
  status: number | null;
  rendered: Rendered | null;
  ms: number;
  failure: PageFailure | null;
  validators: Validators;
  /** Set when `outcome` is new or changed; when it is unchanged, where links or places are others than before. */
  snapshot: Snapshot | null;
  /** Whether it had not changed and was read only because another version read it last: what is found only now stood there before. */
  isReread: boolean;
  /** Where its links lead on its own host: canonical addresses of pages, kept with the Snapshot. */
  leads: string[];
  /** Whether all its Blocks have Findings of this version now. */
  isFullyChecked: boolean;
  /** Blocks whose texts this Crawl saw for the first time on this Site. */
  newBlocks: Block[];
  /** Findings of the Blocks that had none on record for the current check version. */
  checked: CheckedBlock[];
};
