import { OBJECT_PLACEHOLDER } from "../block.ts";
import type { Squeezed } from "./squeeze.ts";

/** Positions of the characters of a squeezed text in another. `rest`: number of characters of the other before and after it. */
export type Placement = { positions: number[]; rest: number };

/**
 * Finds a Block's squeezed text in that of a page. A placeholder matches any text of the page, or none. Returns the position of each
 * character, -1 for placeholders; null if the page says something else. Tries at most `MOST_STARTS` positions for the beginning.
 */
export function placeInText(block: Squeezed, page: Squeezed): Placement | null {
  const parts = block.text.split(OBJECT_PLACEHOLDER);
  const first = parts.findIndex((part) => part !== "");
  if (first === -1) return null;
  let best: Placement | null = null;
  let start = page.text.indexOf(parts[first] ?? "");
  for (let tried = 0; start !== -1 && tried < MOST_STARTS; tried += 1) {
    const placed = placeFrom(parts, first, start, page.text);
    if (!placed) break;
    if (!best || placed.rest < best.rest) best = placed;
    // Text before a leading placeholder belongs to it.
    if (best.rest === 0) break;
    start = page.text.indexOf(parts[first] ?? "", start + 1);
  }
  return best;
}

/** Beginnings of one Block that are tried in one text. */
const MOST_STARTS = 20;

function placeFrom(parts: readonly string[], first: number, start: number, text: string): Placement | null {
  const positions: number[] = Array.from({ length: first }, () => -1);
  let end = start;
  for (const [index, part] of parts.entries()) {
    if (index < first) continue;
    if (index > first) positions.push(-1);
    const at = index === first ? start : text.indexOf(part, end);
    if (at === -1) return null;
    for (let offset = 0; offset < part.length; offset += 1) positions.push(at + offset);
    end = at + part.length;
  }
  const before = first > 0 ? 0 : start;
  const after = parts.at(-1) === "" && parts.length > 1 ? 0 : text.length - end;
  return { positions, rest: before + after };
}
