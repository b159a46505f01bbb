import type { CrawlMemory } from "#worker/core/crawl/crawl-memory.ts";
import type { PreviousVisit } from "#worker/core/crawl/visit.ts";

/** What the last Crawl knew about an address, or null. */
export type VisitLookup = (url: string) => Promise<PreviousVisit | null>;

/** Addresses looked up with one question; with fewer than the second number in hand, the next are asked for. */
const LOOKED_UP_AT_ONCE = 500;
const LOW_WATER = 200;

/** Looks addresses up ahead of their visits: `upcoming` names those that the frontier gives next. Each answer is handed out once. */
export function createVisitLookup(
  memory: Pick<CrawlMemory, "previousVisits">,
  upcoming: (count: number) => string[],
): VisitLookup {
  const ahead = new Map<string, Promise<Map<string, PreviousVisit>>>();
  const ask = (urls: string[]) => {
    const answer = memory.previousVisits(urls);
    // Whoever waits for one of these addresses gets the fault; that nobody may be waiting yet is no fault of its own.
    answer.catch(() => undefined);
    for (const url of urls) ahead.set(url, answer);
    return answer;
  };
  return async (url) => {
    const known = ahead.get(url);
    ahead.delete(url);
    if (known && ahead.size >= LOW_WATER) return (await known).get(url) ?? null;
    const next = upcoming(LOOKED_UP_AT_ONCE).filter((address) => !ahead.has(address) && address !== url);
    if (!known) return (await askFor(url, next)).get(url) ?? null;
    if (next.length > 0) ask(next);
    return (await known).get(url) ?? null;
  };

  function askFor(url: string, next: string[]) {
    const answer = ask([url, ...next]);
    ahead.delete(url);
    return answer;
  }
}
