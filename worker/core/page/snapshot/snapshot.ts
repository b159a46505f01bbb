import type { BlockKind, PlacedBlock } from "../block.ts";
import type { PageLink } from "../page-content.ts";

/** A Block's place in a Snapshot; its text is stored once per Site under its hash. */
export type SnapshotBlock = { hash: string; kind: BlockKind; selector: string };

/** What a Page said at a Crawl. Stored only when `contentHash` differs from the last one; its details are brought up to date. */
export type Snapshot = {
  title: string;
  lang: string | null;
  /** Hash over title, language, ordered Block hashes and what a visitor may click: equal hashes mean that the page says the same. */
  contentHash: string;
  /** Hash over the same, all other links and the anchors: a build renames its scripts, and the page says the same, but there are other links to check. */
  detailHash: string;
  /** The page says more than was read of it: what does not stand here may stand there. */
  isTruncated: boolean;
  blocks: SnapshotBlock[];
  links: PageLink[];
  /** Fragments that exist on the page. */
  anchors: string[];
};

/** A freshly made Snapshot together with the Blocks' texts. */
export type SnapshotWithText = Snapshot & { placed: PlacedBlock[] };
