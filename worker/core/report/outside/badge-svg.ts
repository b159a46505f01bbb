import { plural } from "../../text/plural.ts";
import { markup } from "./markup.ts";

/** The news on a badge: the number of open Issues, that no crawl has finished yet, or that its address was ended. */
export type BadgeState = { open: number } | "not-read" | "ended";

const LABEL = "Flawless";
/** Grounds on which white text has a contrast of at least 4.5:1. */
const COLOURS = { label: "#3b414a", good: "#1c6a3d", bad: "#b3261e", unknown: "#5b626c" } as const;
/** Width of a character on average in Verdana of 11 pixels, and the space beside the text. The text is fitted to the sum. */
const [CHARACTER, SPACE] = [6.4, 7];

/** Draws a badge as SVG. Its words are in its title, too, for those who cannot see it. */
export function badgeSvg(state: BadgeState): string {
  const words = badgeWords(state);
  const [left, right] = [widthOf(LABEL), widthOf(words)];
  const full = `${LABEL}: ${words}`;
  const text = (content: string, x: number, width: number) =>
    markup`<text x="${x + SPACE}" y="14" textLength="${width - 2 * SPACE}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${full}"><title>${full}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="4"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="${COLOURS.label}"/><rect x="${left}" width="${right}" height="20" fill="${colourOf(state)}"/></g><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(LABEL, 0, left)}${text(words, left, right)}</g></svg>
`.written;
}

/** Returns what a badge says after its label. */
export function badgeWords(state: BadgeState): string {
  if (state === "not-read") return "not read yet";
  if (state === "ended") return "badge ended";
  return state.open === 0 ? "no mistakes found" : plural(state.open, "open mistake");
}

function colourOf(state: BadgeState): string {
  if (typeof state === "string") return COLOURS.unknown;
  return state.open === 0 ? COLOURS.good : COLOURS.bad;
}

function widthOf(text: string): number {
  return Math.round(text.length * CHARACTER) + 2 * SPACE;
}
