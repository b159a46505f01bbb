import { OBJECT_PLACEHOLDER } from "../page/block.ts";
import { findWhole } from "../text/find-whole.ts";

export type TextRange = { start: number; end: number };

/** Longest excerpt, in UTF-16 code units, without the ellipses that mark a cut. */
const LONGEST = 220;

/** Looks like the end of a sentence but is not: "e.g. Paris", "Mr. Smith", "St. John". */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|al|no|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|fig|\p{Lu})\.["'”’)]*\s*$/iu;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Sentences of the last text, because a Block's Findings come one after the other. */
let last: { text: string; sentences: readonly TextRange[] } = { text: "", sentences: [] };

/** Returns the sentences of a text, in order and without gaps. */
export function sentencesOf(text: string): readonly TextRange[] {
  if (last.text !== text) last = { text, sentences: cutSentences(text) };
  return last.sentences;
}

function cutSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let isOpen = false;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    const last = sentences.at(-1);
    if (last && isOpen) last.end = end;
    else sentences.push({ start: index, end });
    isOpen = ABBREVIATION.test(segment);
  }
  return sentences;
}

/**
 * Returns the sentence around a range. A long one is shortened around the range, at words, with ellipses, which also replace
 * objects that are not prose. It begins after an earlier place with the same words as the range, so that `findWhole` finds the range.
 * The cost depends on the range and the excerpt, not on the text.
 */
export function excerptAround(text: string, range: TextRange): string {
  return cutOut(text, range).replaceAll(OBJECT_PLACEHOLDER, "…");
}

function cutOut(text: string, range: TextRange): string {
  const { start, end } = sentencesAround(sentencesOf(text), range);
  if (end - start <= LONGEST) return piece(text, afterLikes(text, { start, end }, range), { start, end });
  const room = Math.max(0, LONGEST - (range.end - range.start));
  // Most of the room goes before the mistake, because the words before explain it. What one side does not need goes to the
  // other.
  const after = Math.min(end - range.end, Math.max(room / 2, room - (range.start - start)));
  const from = cutForwards(text, Math.max(start, range.start - Math.floor(room - after)), start, range.start);
  const to = cutBackwards(text, Math.min(end, range.end + Math.floor(after)), end, range.end);
  return piece(text, afterLikes(text, { start: from, end: to }, range), { start, end });
}

/** Returns a part of some sentences, with an ellipsis at each end that is cut. */
function piece(text: string, part: TextRange, whole: TextRange): string {
  const [before, after] = [part.start > whole.start ? "… " : "", part.end < whole.end ? " …" : ""];
  return `${before}${text.slice(part.start, part.end).trim()}${after}`;
}

/**
 * Returns a part of a text without its beginning, as far as that has the words of a range: to mark the second "a" in "in a shop a hour away",
 * "shop a hour away".
 */
function afterLikes(text: string, part: TextRange, range: TextRange): TextRange {
  const mistake = text.slice(range.start, range.end);
  let { start } = part;
  for (;;) {
    const at = findWhole(text.slice(start, part.end), mistake);
    if (at === null || start + at >= range.start) return { start, end: part.end };
    start = cutForwards(text, start + at + mistake.length, start, range.start);
  }
}

/** Returns the range of all sentences that a range touches, or the range itself if it touches none. */
function sentencesAround(sentences: readonly TextRange[], range: TextRange): TextRange {
  // The first sentence that ends after the range's start, and the last that begins before its end.
  const first = countWhile(sentences, ({ end }) => end <= range.start);
  const last = countWhile(sentences, ({ start }) => start < range.end) - 1;
  if (first > last) return range;
  return { start: sentences[first]?.start ?? range.start, end: sentences[last]?.end ?? range.end };
}

/**
 * Returns, by bisection, the number of leading sentences that meet a condition. No sentence after the first failing one may
 * meet it.
 */
function countWhile(sentences: readonly TextRange[], isMet: (sentence: TextRange) => boolean): number {
  let from = 0;
  let to = sentences.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const sentence = sentences[middle];
    if (sentence && isMet(sentence)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function cutForwards(text: string, from: number, start: number, latest: number): number {
  if (from <= start) return start;
  const space = text.slice(from, latest).indexOf(" ");
  return space === -1 ? latest : from + space + 1;
}

function cutBackwards(text: string, to: number, end: number, earliest: number): number {
  if (to >= end) return end;
  const space = text.slice(earliest, to + 1).lastIndexOf(" ");
  return space === -1 ? earliest : earliest + space;
}
