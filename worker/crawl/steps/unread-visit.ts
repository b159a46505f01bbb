import type { PageVisit, Validators } from "#worker/core/crawl/visit.ts";

const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** Returns the parts of a visit that depend on what the page says, for a page that was not read. */
export function unreadVisit() {
  return {
    rendered: null,
    failure: null,
    validators: NO_VALIDATORS,
    snapshot: null,
    isReread: false,
    leads: [],
    isFullyChecked: false,
    newBlocks: [],
    checked: [],
  } satisfies Partial<PageVisit>;
}
