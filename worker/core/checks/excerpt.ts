import { OBJECT_PLACEHOLDER } from "../page/block.ts";

export type TextRange = { start: number; end: number };

/** Longest excerpt, in UTF-16 code units, without the dots that mark a cut. */
const LONGEST = 220;

/** What looks like a sentence's end and is none: "e.g. Paris", "Mr. Smith", "St. John". */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|al|no|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|fig|\p{Lu})\.["'”’)]*\s*$/iu;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text, one after the other without gaps. */
export function sentencesOf(text: string): TextRange[] {
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

/** The sentence around a range of a text; a long one is cut at words, with dots, around the range. What is no prose in it becomes dots, too. */
export function excerptAround(text: string, range: TextRange): string {
  return cutOut(text, range).replaceAll(OBJECT_PLACEHOLDER, "…");
}

function cutOut(text: string, range: TextRange): string {
  const touched = sentencesOf(text).filter(({ start, end }) => start < range.end && end > range.start);
  const start = touched[0]?.start ?? range.start;
  const end = touched.at(-1)?.end ?? range.end;
  if (end - start <= LONGEST) return text.slice(start, end).trim();
  const room = Math.max(0, LONGEST - (range.end - range.start));
  // Most of the room before the mistake, for it is what comes before that explains it; what one side does not need goes to the other.
  const after = Math.min(end - range.end, Math.max(room / 2, room - (range.start - start)));
  const from = cutForwards(text, Math.max(start, range.start - Math.floor(room - after)), start, range.start);
  const to = cutBackwards(text, Math.min(end, range.end + Math.floor(after)), end, range.end);
  return `${from > start ? "… " : ""}${text.slice(from, to).trim()}${to < end ? " …" : ""}`;
}

function cutForwards(text: string, from: number, start: number, latest: number): number {
  if (from <= start) return start;
  const space = text.indexOf(" ", from);
  return space === -1 || space >= latest ? latest : space + 1;
}

function cutBackwards(text: string, to: number, end: number, earliest: number): number {
  if (to >= end) return end;
  const space = text.lastIndexOf(" ", to);
  return Math.max(space, earliest);
}
