import type { FrontierEntry } from "#worker/core/crawl/crawl-memory.ts";
import { NO_VALIDATORS, type PageVisit } from "#worker/core/crawl/visit.ts";

/** Returns the visit of a page that was not read; a visit that read it overwrites what it learnt. */
export function unreadVisit({ url, depth }: FrontierEntry, ms: number): Omit<PageVisit, "outcome" | "status"> {
  return {
    url,
    depth,
    ms: Math.round(ms),
    rendered: null,
    failure: null,
    validators: NO_VALIDATORS,
    snapshot: null,
    isReread: false,
    leads: [],
    isFullyChecked: false,
    newBlocks: [],
    checked: [],
  };
}
