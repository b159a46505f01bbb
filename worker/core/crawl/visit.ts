import type { CheckedBlock } from "../checks/check.ts";
import type { Block } from "../page/block.ts";
import type { PageFailure } from "../page/page-failure.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";

/** The way a page was read: its HTML alone, or the DOM that a browser made of it. */
export type Rendered = "http" | "browser";

/**
 * The outcome of one page in a Crawl. `failed`: nothing is known about it now, so nothing on it counts as fixed.
 * `gone`: the server says that it exists no more (404, 410). `skipped`: not a page to check (robots, redirect elsewhere, not HTML).
 */
export type PageOutcome = "new" | "changed" | "unchanged" | "gone" | "failed" | "skipped";

/** HTTP validators and body hash, for a conditional request next time. */
export type Validators = { etag: string | null; lastModified: string | null; bodyHash: string | null };

/** The validators of a page that was not read. */
export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** The last Crawl's knowledge of a page. */
export type PreviousVisit = {
  url: string;
  validators: Validators;
  rendered: Rendered | null;
  /** The hash of its Snapshot. Null: it has none. */
  contentHash: string | null;
  detailHash: string | null;
  /** The version of rules and dictionaries that checked all its Blocks. Null: some are not checked. */
  checksVersion: string | null;
  /** The `READING_VERSION` that read it. Null: an earlier one. */
  readingVersion: string | null;
};

/** The result of one page, as the Crawl hands it to the memory. */
export type PageVisit = {
  /** The canonical address, under which the Page is stored. */
  url: string;
  depth: number;
  outcome: PageOutcome;
  status: number | null;
  rendered: Rendered | null;
  ms: number;
  failure: PageFailure | null;
  validators: Validators;
  /** Set if `outcome` is new or changed, or if it is unchanged but links or anchors differ. */
  snapshot: Snapshot | null;
  /** True if it had not changed and was read only because another version read it last: what is found now was there before. */
  isReread: boolean;
  /** Canonical addresses of pages on its own host that it leads to, kept with the Snapshot. */
  leads: string[];
  /** True if all its Blocks have Findings of this version now. */
  isFullyChecked: boolean;
  /** Blocks whose texts this Crawl saw for the first time on this Site. */
  newBlocks: Block[];
  /** Findings of the Blocks that had none on record for the current check version. */
  checked: CheckedBlock[];
};
