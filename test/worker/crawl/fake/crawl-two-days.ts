import { crawlFakeWeb, type FakeCrawl, type FakeCrawlOptions } from "./crawl-fake-web.ts";
import type { FakePages } from "./fake-web.ts";

/** Returns the hash of what each page said when it was last read, by its address. */
export function contentHashes({ memory }: FakeCrawl) {
  return Object.fromEntries(memory.pages().map(({ visit, known }) => [visit.url, known.snapshot?.contentHash]));
}

/** Crawls a site on two days, as it is and with other pages. `known`: what the first day knew. */
export async function crawlTwoDays(before: FakePages, after: FakePages, options: Partial<FakeCrawlOptions> = {}) {
  const first = await crawlFakeWeb({ pages: before });
  const known = contentHashes(first);
  first.memory.startNextCrawl();
  const second = await crawlFakeWeb({ pages: after, memory: first.memory, ...options });
  return { first, second, known };
}
