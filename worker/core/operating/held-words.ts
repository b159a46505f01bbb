const WHAT = { site: "We paused this site.", team: "We paused the crawls of your team." } as const;

/** Returns what a Team reads about a pause by an operator. */
export function heldWords(what: keyof typeof WHAT, reason: string | null): string {
  const text = reason?.trim() ?? "";
  const why = text === "" ? "" : ` Our reason: ${/[.!?…]$/.test(text) ? text : `${text}.`}`;
  return `${WHAT[what]}${why} Write to us, and we resume it as soon as we can.`;
}
