import { OBJECT_PLACEHOLDER } from "../block.ts";
import type { PageText, PieceRange, TextRun } from "./page-text.ts";
import { type Placement, placeInText } from "./place-in-text.ts";
import { type Squeezed, squeeze } from "./squeeze.ts";

/** A mistake in a Block. `selector`: index of the selector of the Block's element; `start` and `end`: range in `text`. */
export type WantedText = { selector: number; text: string; start: number; end: number };

/** Length from which a Block's text is unlikely to be part of another text by chance, in characters that count. */
const TELLING_LENGTH = 24;

/**
 * Creates a function that finds mistakes in a page's text nodes. It looks in the runs of the selected element first, then further in, then in
 * all of the element's text, and then for a run that says just the same elsewhere: a list may have one more item than when the page was
 * read. Returns null if the page does not say the Block's text there.
 */
export function makeLocator({ pieces, runs }: PageText): (wanted: WantedText) => PieceRange[] | null {
  const squeezed = new Map<readonly number[], Joined>();
  const joined = (indexes: readonly number[]) => {
    const known = squeezed.get(indexes) ?? joinPieces(pieces, indexes);
    squeezed.set(indexes, known);
    return known;
  };
  const shown = new Map(
    runs.map((run) => [run, { ...run, pieces: run.pieces.filter((piece) => pieces[piece]?.shown) }] as const),
  );
  const variants = (run: TextRun) => [shown.get(run) ?? run, run];
  const wholes = new Map<number, number[]>();
  const wholeOf = (selector: number) => {
    const known = wholes.get(selector) ?? piecesInside(runs, selector);
    wholes.set(selector, known);
    return known;
  };
  const bestOf = (block: Squeezed, candidates: readonly TextRun[], mostRest: number): Found | null => {
    let best: (Found & Placement) | null = null;
    for (const run of candidates.flatMap(variants)) {
      const text = joined(run.pieces);
      const placed = placeInText(block, text);
      if (placed && placed.rest <= mostRest && (!best || placed.rest < best.rest)) best = { ...placed, text };
    }
    return best;
  };
  return ({ selector, text, start, end }) => {
    const block = squeeze(text);
    const mostRest = block.text.length >= TELLING_LENGTH ? Number.POSITIVE_INFINITY : 0;
    const own = runs.filter(({ owners }) => owners.includes(selector));
    const inner = runs.filter(({ within }) => within.includes(selector));
    const found =
      bestOf(block, own, Number.POSITIVE_INFINITY) ??
      bestOf(block, inner, mostRest) ??
      findIn(block, joined(wholeOf(selector))) ??
      bestOf(block, runs, 0);
    return found && rangesOf(found, countedRange(block, start, end));
  };
}

/** Text of several pieces as one, with the piece and position that each character comes from. */
type Joined = Squeezed & { piece: number[] };
type Found = { positions: number[]; text: Joined };

function joinPieces(pieces: PageText["pieces"], indexes: readonly number[]): Joined {
  const all: Joined = { text: "", at: [], piece: [] };
  const texts: string[] = [];
  for (const index of indexes) {
    const { text, at } = squeeze(pieces[index]?.text ?? "");
    texts.push(text);
    for (const position of at) {
      all.at.push(position);
      all.piece.push(index);
    }
  }
  return { ...all, text: texts.join("") };
}

function piecesInside(runs: readonly TextRun[], selector: number): number[] {
  const inside = runs.filter(({ owners, within }) => owners.includes(selector) || within.includes(selector));
  return [...new Set(inside.flatMap(({ pieces }) => pieces))].sort((one, other) => one - other);
}

function findIn(block: Squeezed, text: Joined): Found | null {
  const placed = placeInText(block, text);
  return placed && { positions: placed.positions, text };
}

/** Returns the counted characters of a range; the neighbours of one that is only white space. */
function countedRange({ at, text }: Squeezed, start: number, end: number): { first: number; last: number } {
  const first = at.findIndex((position) => position >= start);
  const last = at.findLastIndex((position) => position < end);
  const [from, to] = first === -1 || last < first ? [last, first === -1 ? last : first] : [first, last];
  const isObject = (index: number) => text[index] === OBJECT_PLACEHOLDER;
  return { first: isObject(from) ? from + 1 : Math.max(0, from), last: isObject(to) ? to - 1 : to };
}

/** Returns the parts of text nodes that hold the characters from `first` to `last`. */
function rangesOf({ positions, text }: Found, { first, last }: { first: number; last: number }): PieceRange[] | null {
  const ranges: PieceRange[] = [];
  for (const position of positions.slice(first, last + 1)) {
    const [piece, at] = [text.piece[position], text.at[position]];
    if (position === -1 || piece === undefined || at === undefined) continue;
    const open = ranges.at(-1);
    if (open?.piece === piece && at >= open.start) open.end = at + 1;
    else ranges.push({ piece, start: at, end: at + 1 });
  }
  return ranges.length > 0 ? ranges : null;
}
