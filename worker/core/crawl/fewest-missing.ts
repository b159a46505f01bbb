/** Smallest number of pages that count as missing together, rather than each for itself. */
export const FEWEST_MISSING = 3;
