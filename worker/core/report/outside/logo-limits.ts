/** Largest logo, because it is a part of each report. */
export const LARGEST_LOGO_KB = 200;
/** Most pixels of its longer side. */
export const MOST_LOGO_PIXELS = 2_000;
