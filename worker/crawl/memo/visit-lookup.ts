import type { CrawlMemory } from "#worker/core/crawl/crawl-memory.ts";
import type { PreviousVisit } from "#worker/core/crawl/visit.ts";

/** Returns what the last Crawl knew about an address, or null. */
export type VisitLookup = (url: string) => Promise<PreviousVisit | null>;

/** Addresses looked up with one query, and the number of prefetched ones below which the next query starts. */
const LOOKED_UP_AT_ONCE = 500;
const LOW_WATER = 200;

/** Looks addresses up before their visits: `upcoming` names those that the frontier gives next. Each answer is returned once. */
export function createVisitLookup(
  memory: Pick<CrawlMemory, "previousVisits">,
  upcoming: (count: number) => string[],
): VisitLookup {
  const prefetched = new Map<string, Promise<Map<string, PreviousVisit>>>();
  const prefetch = (urls: string[]) => {
    const answer = memory.previousVisits(urls);
    // A fault reaches the visits of these addresses. There may be none yet, so it must not count as unhandled.
    answer.catch(() => undefined);
    for (const url of urls) prefetched.set(url, answer);
    return answer;
  };
  return async (url) => {
    const known = prefetched.get(url);
    prefetched.delete(url);
    if (known && prefetched.size >= LOW_WATER) return (await known).get(url) ?? null;
    const next = upcoming(LOOKED_UP_AT_ONCE).filter((address) => !prefetched.has(address) && address !== url);
    if (!known) return (await lookUp(url, next)).get(url) ?? null;
    if (next.length > 0) prefetch(next);
    return (await known).get(url) ?? null;
  };

  function lookUp(url: string, next: string[]) {
    const answer = prefetch([url, ...next]);
    prefetched.delete(url);
    return answer;
  }
}
