import { editedTokens } from "../engine/edited-tokens.ts";
import type { Token } from "../engine/token.ts";
import type { ReadSentence } from "./create-reader.ts";

/** The doubts of the sentence reader about a place: the doubt of its most doubtful word, and the same with the words beside it. */
type Doubts = { inPlace: number; around: number };
/** The doubts about a place as written, and with a correction. */
export type FixReading = { written: Doubts; fixed: Doubts };
/** The tokens from `from` up to `to` become `fix`, which is empty for words to leave out. */
type Fix = { from: number; to: number; fix: string };

/** Doubt about a word at the end of the scale. */
const NO_DOUBT = -9;
/** Readings of one text: half a second on a slow machine, and four times what long prose needs. */
const MOST_READINGS = 40;

/**
 * Returns a function that reads the sentence of a correction as written and with it. It returns null if the first reading finds less than
 * `least` doubt, if the sentence is too long, or if the text has too many slips to read them all. Sentences are read once as written.
 */
export function createFixReadings(
  tokens: readonly Token[],
  readSentence: ReadSentence,
  least = Number.NEGATIVE_INFINITY,
): (fix: Fix) => FixReading | null {
  const readings = new Map<number, Float32Array | null>();
  let left = MOST_READINGS;
  const read = (words: readonly Token[]) => (left-- > 0 ? readSentence(words.map(({ text }) => text)) : null);
  return ({ from, to, fix }) => {
    const start = firstOfSentence(tokens, from);
    const sentence = tokens.slice(start, endOfSentence(tokens, to));
    const place = { from: from - start, to: to - start, fix };
    const known = readings.get(start);
    const doubts = known === undefined ? read(sentence) : known;
    readings.set(start, doubts);
    if (!doubts) return null;
    const written = doubtsAt(doubts, place.from, place.to);
    if (written.around < least) return null;
    const doubtsFixed = read(editedTokens(sentence, place));
    if (!doubtsFixed) return null;
    return { written, fixed: doubtsAt(doubtsFixed, place.from, place.from + Number(fix !== "")) };
  };
}

/** Returns the greatest doubts from `from` up to `to`, or of the word that follows if nothing is between. */
function doubtsAt(doubts: Float32Array, from: number, to: number): Doubts {
  const most = (first: number, end: number) => doubts.slice(Math.max(0, first), end).reduce((a, b) => Math.max(a, b), NO_DOUBT);
  return { inPlace: most(from, Math.max(to, from + 1)), around: most(from - 1, Math.max(to, from) + 1) };
}

function firstOfSentence(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && tokens[at - 1]?.kind !== "edge") at--;
  return at;
}

function endOfSentence(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind !== "edge") at++;
  return at;
}
