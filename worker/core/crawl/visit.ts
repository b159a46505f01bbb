import type { CheckedBlock } from "../checks/check.ts";
import type { Block } from "../page/block.ts";
import type { PageFailure } from "../page/page-failure.ts";
import type { Snapshot } from "../page/snapshot/snapshot.ts";

/** Source of a page's content: its HTML alone, or the DOM that a browser made of it. */
export type Rendered = "http" | "browser";

/**
 * Outcome of one page in a Crawl. `failed`: its state is unknown, so nothing on it counts as fixed.
 * `gone`: the server says that it no longer exists (404, 410). `skipped`: not a page to check (robots, redirect to another
 * address, not HTML).
 */
export type PageOutcome = "new" | "changed" | "unchanged" | "gone" | "failed" | "skipped";

/** HTTP validators and body hash, for a conditional request next time. */
export type Validators = { etag: string | null; lastModified: string | null; bodyHash: string | null };

/** The validators of a page that was not read. */
export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** Result of a page's previous visit. */
export type PreviousVisit = {
  url: string;
  validators: Validators;
  rendered: Rendered | null;
  /** Hashes of its Snapshot; null if it has none. */
  contentHash: string | null;
  detailHash: string | null;
  /** Version of the text checks that have examined all its Blocks; null if some are unchecked. */
  checksVersion: string | null;
  /** The `READING_VERSION` that read it; null before versions existed. */
  readingVersion: string | null;
};

/** Result of visiting one page, passed from the crawl to recording. */
export type PageVisit = {
  /** Canonical address, under which the Page is stored. */
  url: string;
  depth: number;
  outcome: PageOutcome;
  status: number | null;
  rendered: Rendered | null;
  ms: number;
  failure: PageFailure | null;
  validators: Validators;
  /** Set if `outcome` is new or changed, if it is unchanged but its links or anchors differ, or for a sitemap. */
  snapshot: Snapshot | null;
  /** True if it was unchanged and read only because of a new `READING_VERSION`: what is found only now was there before. */
  isReread: boolean;
  /** Canonical addresses on its own host that its links lead to, stored with the Snapshot. */
  leads: string[];
  /** True if all its Blocks have Findings of the current check version. */
  isFullyChecked: boolean;
  /** Blocks that this Site has for the first time. */
  newBlocks: Block[];
  /** Findings of the Blocks that had none stored for the current check version. */
  checked: CheckedBlock[];
};
