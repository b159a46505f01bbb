/** Request rate for a host: concurrent requests, and milliseconds between the starts of two. */
export type Pace = { atATime: number; delayMs: number };

/** Pace for hosts that are not a customer's site, mostly link targets. */
export const STRANGER_PACE: Pace = { atATime: 2, delayMs: 0 };

/** Pace for unverified sites: at most seven requests a second, no more than one visitor's browser. */
export const GENTLE_PACE: Pace = { atATime: 2, delayMs: 150 };

/** Longest Crawl-delay that we follow; a longer one would make each Crawl endless. */
export const LONGEST_DELAY_MS = 30_000;
/** Longest wait for a host; one that asks for a longer pause is skipped for now. */
export const LONGEST_WAIT_MS = 60_000;
/** Longest pause that a host can ask for; then it is requested again. */
export const LONGEST_HOLD_MS = 3_600_000;

/** Returns the pace for the site of one Crawl. `atATime`: concurrent requests allowed for verified sites. */
export function paceOfSite({ isProven, atATime }: { isProven: boolean; atATime: number }): Pace {
  return isProven ? { atATime, delayMs: 0 } : GENTLE_PACE;
}
