/** A moment of a Crawl: milliseconds on any clock, and pages read and found by then. */
export type PaceSample = { at: number; done: number; found: number };

/** `perMinute`: pages read a minute. `leftMs`: time for the pages found so far. Null: not known well enough to say. */
export type CrawlPace = { perMinute: number | null; leftMs: number | null };

/** The pace is that of the last minute, and of no less than this, because pages come in bursts. */
const WINDOW_MS = 60_000;
const SHORTEST_MS = 5_000;
/** The remaining time is shown after so much of it, and so many pages. */
const ESTIMATE_AFTER_MS = 20_000;
const ESTIMATE_AFTER_PAGES = 20;

/** Adds a sample, and forgets those that no longer count. */
export function addSample(samples: readonly PaceSample[], sample: PaceSample): PaceSample[] {
  const recent = samples.filter(({ at }) => sample.at - at <= WINDOW_MS);
  return [...recent, sample];
}

/** Returns the pace of a Crawl from what was seen of it, oldest first. */
export function paceOfCrawl(samples: readonly PaceSample[]): CrawlPace {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at - first.at < SHORTEST_MS) return { perMinute: null, leftMs: null };
  const perMs = (last.done - first.done) / (last.at - first.at);
  const isKnown = last.at - first.at >= ESTIMATE_AFTER_MS && last.done >= ESTIMATE_AFTER_PAGES && perMs > 0;
  const left = last.found - last.done;
  return { perMinute: Math.round(perMs * 60_000), leftMs: isKnown && left > 0 ? left / perMs : null };
}

/** Formats the rest of the time, rounded as well as it is known: "less than a minute", "about 4 minutes", "about 2 hours". */
export function roughTime(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return "less than a minute";
  if (minutes < 90) return `about ${Math.round(minutes)} ${Math.round(minutes) === 1 ? "minute" : "minutes"}`;
  return `about ${Math.round(minutes / 60)} hours`;
}
