/** How a host is asked: how many requests at a time, and milliseconds between the starts of two. */
export type Pace = { atATime: number; delayMs: number };

/** A host that no one spoke for: the targets of links, mostly. */
export const STRANGER_PACE: Pace = { atATime: 2, delayMs: 0 };

/** A site whose owner did not prove that it is theirs: at most seven requests a second, as few as one visitor's browser makes. */
export const GENTLE_PACE: Pace = { atATime: 2, delayMs: 150 };

/** A longer Crawl-delay than this would make every Crawl endless. */
export const LONGEST_DELAY_MS = 30_000;
/** Who waits for a host waits so long at most: a host that asks for a longer pause is left alone for now. */
export const LONGEST_WAIT_MS = 60_000;
/** A host that asks to be left alone for longer is asked again after this. */
export const LONGEST_HOLD_MS = 3_600_000;

/** The pace of the site of one Crawl. `atATime`: what the service allows to proven sites. */
export function paceOfSite({ isProven, atATime }: { isProven: boolean; atATime: number }): Pace {
  return isProven ? { atATime, delayMs: 0 } : GENTLE_PACE;
}
