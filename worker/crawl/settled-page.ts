import type { PageVisit } from "#worker/core/crawl/visit.ts";
import type { PlacedBlock } from "#worker/core/page/block.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";

/** A page to be checked and recorded. `snapshot`: what the page says now, even if that is not new. */
export type SettledPage = {
  visit: PageVisit;
  snapshot: Snapshot | null;
  /** The page's Blocks with their texts; empty when it was not read. */
  placed: PlacedBlock[];
  pageLang?: string | null;
  /** The address that this one leads to instead. */
  target?: string | null;
  /** Its place under the page limit was given back before. */
  isGivenBack?: boolean;
};
