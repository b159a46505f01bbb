/** Largest logo in bytes, because it is a part of each report. */
export const LARGEST_LOGO = 200_000;
/** Most pixels of its longer side. */
export const MOST_LOGO_PIXELS = 2_000;
/** Said of a larger file. */
export const TOO_LARGE_LOGO = "This file is larger than 200 kB. Save the logo in a smaller size, then choose it again.";
