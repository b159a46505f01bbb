import { isNotProse, isTechnical, isUnit } from "./technical-token.ts";

/**
 * Describes a word of a text. `text` is `block.slice(start, end)`; `word` is the form to look up, without soft hyphens and with
 * plain apostrophes.
 */
export type Word = {
  text: string;
  word: string;
  start: number;
  end: number;
  /** True if the place requires a capital: the first word of a sentence or quotation, or after a colon or bullet. */
  opensSentence: boolean;
  /** Holds the hyphenated word of which this is a part ("pre-war" for "pre" and "war"), or null. */
  compound: string | null;
};

/** Matches runs without white space: words with their punctuation. */
const CHUNK = /[^\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;

const APOSTROPHES = "'\\u2019\\u02BC";
/** Lists characters that break lines or join letters and do not belong to the spelling ("to\u00ADday", "web\u200Bsite"). */
const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const LETTER = `[\\p{L}\\p{M}${INVISIBLE}]`;

/**
 * Matches letters, digits and underscores, joined by apostrophes ("don't", "rock'n'roll") but without the one after a plural
 * ("the users' names"). Digits and underscores keep "MP3s" and "max_size" whole, so that they are recognized and skipped.
 */
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}_${INVISIBLE}]+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");

/**
 * Number of characters in the longest word, or hyphenated word, that is looked up. The longest word in a German dictionary has
 * 80. Anything longer is a key, a picture made of letters, or text without spaces.
 */
const LONGEST_LOOKED_UP = 100;
/** Number of characters before a word that determine whether it opens a sentence. */
const LEAD = 40;

const SENTENCE_END = /(?:[.!?:\u2026•·|>–—]|^)["'\u201C\u201D\u2018\u2019)\]»]*$/u;

/** Holds what is known about a chunk without its context. The places of its words are relative to the chunk. */
type Chunk = { words: ChunkWord[]; endsSentence: boolean; isNumber: boolean };
/** Describes a word of a chunk. `opensSentence` is null if it depends on whether the chunk before ends a sentence. */
type ChunkWord = Omit<Word, "opensSentence"> & { opensSentence: boolean | null };

/**
 * Length of the longest chunk that is cached. A few short chunks make up most of any text. Long ones rarely recur and, as slices,
 * would keep their texts in memory.
 */
const LONGEST_KEPT = 12;
const MOST_KEPT = 20_000;
const kept = new Map<string, Chunk>();
/** Caches the last text, because a text is tokenized several times in a row. */
let last: { text: string; words: readonly Word[] } = { text: "", words: [] };

/**
 * Returns the words of a text, with hyphenated words as their parts. Skips URLs, e-mail addresses, handles, hashtags, paths, file
 * names, identifiers, numbers with their units, product codes, acronyms, and words that touch an object (see
 * `OBJECT_PLACEHOLDER`).
 */
export function tokenize(text: string): readonly Word[] {
  if (last.text !== text) last = { text, words: wordsOf(text) };
  return last.words;
}

const NOTHING: Chunk = { words: [], endsSentence: true, isNumber: false };

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = NOTHING;
  for (const { 0: chunk, index: offset } of text.matchAll(CHUNK)) {
    const read = readChunk(chunk);
    for (const word of read.words) {
      if (before.isNumber && word.start === 0 && isUnit(word.word)) continue;
      const opensSentence = word.opensSentence ?? before.endsSentence;
      words.push({ ...word, start: offset + word.start, end: offset + word.end, opensSentence });
    }
    before = read;
  }
  return words;
}

function readChunk(chunk: string): Chunk {
  if (chunk.length > LONGEST_KEPT) return takeApart(chunk);
  const known = kept.get(chunk);
  if (known) return known;
  const read = takeApart(chunk);
  // Cleared when full: the common chunks soon return, and a cache that tracks recent use costs more than it saves.
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(chunk, read);
  return read;
}

function takeApart(chunk: string): Chunk {
  return {
    words: isNotProse(chunk) ? [] : wordsIn(chunk),
    endsSentence: SENTENCE_END.test(chunk),
    isNumber: /^[^\p{L}\p{N}_]*\p{N}[\p{N}.,]*$/u.test(chunk),
  };
}

function wordsIn(chunk: string): ChunkWord[] {
  const words: ChunkWord[] = [];
  const compoundAround = createCompounds(chunk);
  for (const { 0: text, index: start } of chunk.matchAll(WORD)) {
    if (text.length > LONGEST_LOOKED_UP) continue;
    const end = start + text.length;
    const word = plainWord(text);
    if (word.length < 2 || isTechnical({ word, chunk, start, end })) continue;
    const compound = compoundAround(start, end);
    if (compound !== null && compound.length > LONGEST_LOOKED_UP) continue;
    const opensSentence = opensSentenceAfter(chunk.slice(Math.max(0, start - LEAD), start));
    words.push({ text, word, start, end, opensSentence, compound });
  }
  return words;
}

/**
 * Returns true if a word opens a sentence, or null if that depends on the chunk before. `lead` is the end of the text before the
 * word in its chunk: only opening marks, or the end of another sentence ("done.Next").
 */
function opensSentenceAfter(lead: string): boolean | null {
  return /^["'\u201C\u2018([«]*$/u.test(lead) ? null : SENTENCE_END.test(lead);
}

const COMPOUND = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]*)+|[-\u2010\u2011][\p{L}\p{M}]+/gu;

/** Returns a function that finds the hyphenated word of which a word is a part, or null. Call it in the order of the words. */
function createCompounds(chunk: string): (start: number, end: number) => string | null {
  if (!/[-\u2010\u2011]/u.test(chunk)) return () => null;
  const compounds = chunk.matchAll(COMPOUND).map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    plain: written.length > LONGEST_LOOKED_UP ? written : plainWord(written).replace(/[\u2010\u2011]/gu, "-"),
  }));
  let { value: next } = compounds.next();
  return (start, end) => {
    while (next && next.end < end) ({ value: next } = compounds.next());
    return next && next.start <= start ? next.plain : null;
  };
}

const INVISIBLE_ALL = new RegExp(`[${INVISIBLE}]`, "gu");
const APOSTROPHE_ALL = new RegExp(`[${APOSTROPHES}]`, "gu");
const LIGATURE = /[\uFB00-\uFB06]/gu;

/**
 * Returns a word as dictionaries write it: without invisible characters and ligatures, with plain apostrophes and composed
 * accents.
 */
export function plainWord(raw: string): string {
  return raw
    .replace(INVISIBLE_ALL, "")
    .replace(LIGATURE, (ligature) => ligature.normalize("NFKC"))
    .replace(APOSTROPHE_ALL, "'")
    .normalize("NFC");
}
