import { isNotProse, isTechnical, isUnit } from "./technical-token.ts";

/** A word of a text. `text` is `block.slice(start, end)`; `word` is what to look up: without soft hyphens, with plain apostrophes. */
export type Word = {
  text: string;
  word: string;
  start: number;
  end: number;
  /** Whether a capital is owed to the place: first word of a sentence, of a quotation, after a colon or a bullet. */
  opensSentence: boolean;
  /** The hyphenated word that it is a part of ("pre-" and "war" of "pre-war"), or null. */
  compound: string | null;
};

/** Runs without white space: what people separate as words, with their punctuation. */
const CHUNK = /[^\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;

const APOSTROPHES = "'\\u2019\\u02BC";
/** Characters that are there to break lines or join letters: no part of the spelling ("to\u00ADday", "web\u200Bsite"). */
const INVISIBLE = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const LETTER = `[\\p{L}\\p{M}${INVISIBLE}]`;

/**
 * Letters, digits and underscores in a row, held together by apostrophes ("don't", "rock'n'roll"); the one after a plural ("the users' names") is no part of the word.
 * Digits and underscores are taken in so that "MP3s" and "max_size" come out whole and are left alone.
 */
const WORD = new RegExp(`[\\p{L}\\p{M}\\p{N}_${INVISIBLE}]+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");

/**
 * Characters of the longest word, or hyphenated word, that is looked up: the longest in a German dictionary has 80. What is longer is a key,
 * a picture made of letters, or text without spaces: nothing is said of it.
 */
const LONGEST_LOOKED_UP = 100;
/** Characters before a word that say whether it opens a sentence. */
const LEAD = 40;

const SENTENCE_END = /(?:[.!?:\u2026•·|>–—]|^)["'\u201C\u201D\u2018\u2019)\]»]*$/u;

/** What a chunk says whatever stands around it. Its words' places are within it. */
type Chunk = { words: ChunkWord[]; endsSentence: boolean; isNumber: boolean };
/** `opensSentence` null: where the chunk before ends one. */
type ChunkWord = Omit<Word, "opensSentence"> & { opensSentence: boolean | null };

/** Few chunks make up most of any text. Long ones are rarely met again, and as parts of their texts would keep those in memory. */
const LONGEST_KEPT = 12;
const MOST_KEPT = 20_000;
const kept = new Map<string, Chunk>();
/** One text is taken apart several times in a row. */
let last: { text: string; words: readonly Word[] } = { text: "", words: [] };

/**
 * The words of a text as people write them. What is no prose is left out: URLs, e-mail addresses, handles, hashtags, paths, file names,
 * identifiers, numbers with their units, product codes, acronyms; and what touches an object (see `OBJECT_PLACEHOLDER`).
 * A hyphenated word comes out as its parts.
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
  // Begun anew when full: what most texts have is soon back, and a cache that knows what was used last costs more than it saves.
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

/** `lead` is the end of what stands before the word in its chunk: opening marks only, or the end of another sentence ("done.Next"). */
function opensSentenceAfter(lead: string): boolean | null {
  return /^["'\u201C\u2018([«]*$/u.test(lead) ? null : SENTENCE_END.test(lead);
}

const COMPOUND = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]*)+|[-\u2010\u2011][\p{L}\p{M}]+/gu;

/** Makes the question which hyphenated word of a chunk a word is part of, if any. To be asked in the order of the words. */
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

/** A word as dictionaries write it: invisible characters gone, ligatures taken apart, apostrophes plain, accents composed. */
export function plainWord(raw: string): string {
  return raw
    .replace(INVISIBLE_ALL, "")
    .replace(LIGATURE, (ligature) => ligature.normalize("NFKC"))
    .replace(APOSTROPHE_ALL, "'")
    .normalize("NFC");
}
