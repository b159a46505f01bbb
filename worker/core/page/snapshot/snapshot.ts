import type { BlockKind, PlacedBlock } from "../block.ts";
import type { PageLink } from "../page-content.ts";

/** A Block in a Snapshot; its text is stored once per Site under its hash. */
export type SnapshotBlock = { hash: string; kind: BlockKind; selector: string };

/**
 * Content of a Page at a Crawl. Stored only if `contentHash` differs from the last one; otherwise only its details are updated.
 */
export type Snapshot = {
  title: string;
  lang: string | null;
  /** Hash over title, language, ordered Block hashes and clickable links: equal hashes mean equal content. */
  contentHash: string;
  /**
   * Hash over the same, all other links and the anchors: a build renames scripts, which leaves the content equal but changes
   * the links to check.
   */
  detailHash: string;
  /** True if the page was not read completely, so what is missing here may still be on the page. */
  isTruncated: boolean;
  blocks: SnapshotBlock[];
  links: PageLink[];
  /** Anchors of the page. */
  anchors: string[];
};

/** A new Snapshot with the texts of its Blocks. */
export type SnapshotWithText = Snapshot & { placed: PlacedBlock[] };
