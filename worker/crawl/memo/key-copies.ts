import { shownContent } from "#worker/core/page/extract/shown-content.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import type { Snapshot } from "#worker/core/page/snapshot/snapshot.ts";
import { differOnlyInKeys, keyShape } from "#worker/core/url/differ-only-in-keys.ts";

/** Pages that are remembered, and those of one text. */
const MOST_PAGES = 20_000;
const MOST_ALIKE = 5;

type Hashes = Pick<Snapshot, "contentHash" | "detailHash">;

/**
 * Recognises pages of earlier Crawls under other keys: the front page of some sites links to its articles by new addresses at each load
 * (`/go/k3xq9z`), and the old ones still work. Pages that are both new are no copies: two may say the same and have an address each.
 */
export type KeyCopies = {
  /** Notes a page that an earlier Crawl visited, as it is now. */
  note(url: string, page: Hashes): void;
  /** Returns the page of an earlier Crawl that has all that a new page has, at an address that differs only in keys; or null. */
  find(url: string, page: Hashes, content: PageContent): string | null;
};

export function createKeyCopies(): KeyCopies {
  const known = new Map<string, string[]>();
  return {
    note: (url, page) => {
      const key = keyOf(url, page);
      const urls = known.get(key) ?? [];
      if (urls.length >= MOST_ALIKE || (urls.length === 0 && known.size >= MOST_PAGES)) return;
      known.set(key, [...urls, url]);
    },
    find: (url, page, content) => {
      if (known.size === 0 || shownContent(content) !== "text") return null;
      return known.get(keyOf(url, page))?.find((other) => differOnlyInKeys(other, url)) ?? null;
    },
  };
}

function keyOf(url: string, { contentHash, detailHash }: Hashes): string {
  return `${keyShape(url)} ${contentHash} ${detailHash}`;
}
