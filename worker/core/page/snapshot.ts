import type { BlockKind, PlacedBlock } from "./block.ts";
import type { PageLink } from "./page-content.ts";

/** A Block's place in a Snapshot; its text is stored once per Site under its hash. */
export type SnapshotBlock = { hash: string; kind: BlockKind; selector: string };

/** What a Page said at a Crawl. Stored only when `contentHash` differs from the last one. */
export type Snapshot = {
  title: string;
  lang: string | null;
  /** Hash over title, language, ordered Block hashes and links: equal hashes mean that nothing an owner cares about changed. */
  contentHash: string;
  blocks: SnapshotBlock[];
  links: PageLink[];
  /** Fragments that exist on the page. */
  anchors: string[];
};

/** A freshly made Snapshot together with the Blocks' texts. */
export type SnapshotWithText = Snapshot & { placed: PlacedBlock[] };
