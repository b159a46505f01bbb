const WHAT = {
  site: { paused: "We paused this site.", it: "it" },
  team: { paused: "We paused the crawls of your team.", it: "them" },
} as const;

/** Returns what a Team reads about a pause by an operator. */
export function heldWords(what: keyof typeof WHAT, reason: string | null): string {
  const text = reason?.trim() ?? "";
  const why = text === "" ? "" : ` Our reason: ${/[.!?…]$/.test(text) ? text : `${text}.`}`;
  const { paused, it } = WHAT[what];
  return `${paused}${why} Write to us, and we resume ${it} as soon as we can.`;
}
