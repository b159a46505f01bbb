import { OBJECT_PLACEHOLDER } from "../page/block.ts";

export type TextRange = { start: number; end: number };

/** Longest excerpt, in UTF-16 code units, without the dots that mark a cut. */
const LONGEST = 220;

/** What looks like a sentence's end and is none: "e.g. Paris", "Mr. Smith", "St. John". */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|al|no|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|fig|\p{Lu})\.["'”’)]*\s*$/iu;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A Block has one Finding after the other: its sentences are cut once. */
let last: { text: string; sentences: readonly TextRange[] } = { text: "", sentences: [] };

/** Returns the sentences of a text, one after the other without gaps. */
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
 * Returns the sentence around a range of a text; a long one is cut at words, with dots, around the range. What is no prose in it becomes
 * dots, too. The cost follows the range and the excerpt, not the text.
 */
export function excerptAround(text: string, range: TextRange): string {
  return cutOut(text, range).replaceAll(OBJECT_PLACEHOLDER, "…");
}

function cutOut(text: string, range: TextRange): string {
  const { start, end } = sentencesAround(sentencesOf(text), range);
  if (end - start <= LONGEST) return text.slice(start, end).trim();
  const room = Math.max(0, LONGEST - (range.end - range.start));
  // Most of the room before the mistake, for it is what comes before that explains it; what one side does not need goes to the other.
  const after = Math.min(end - range.end, Math.max(room / 2, room - (range.start - start)));
  const from = cutForwards(text, Math.max(start, range.start - Math.floor(room - after)), start, range.start);
  const to = cutBackwards(text, Math.min(end, range.end + Math.floor(after)), end, range.end);
  return `${from > start ? "… " : ""}${text.slice(from, to).trim()}${to < end ? " …" : ""}`;
}

/** Returns where the sentences that a range touches begin and end; the range itself where it touches none. */
function sentencesAround(sentences: readonly TextRange[], range: TextRange): TextRange {
  // The first that ends after the range's start, and the last that begins before its end.
  const first = countWhile(sentences, ({ end }) => end <= range.start);
  const last = countWhile(sentences, ({ start }) => start < range.end) - 1;
  if (first > last) return range;
  return { start: sentences[first]?.start ?? range.start, end: sentences[last]?.end ?? range.end };
}

/** Returns how many sentences at the beginning meet a condition that none meets after the first that does not, by bisection. */
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
