import { isNotProse, isTechnical } from "./technical-token.ts";

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

const SENTENCE_END = /(?:[.!?:\u2026•·|>–—]|^)["'\u201C\u201D\u2018\u2019)\]»]*$/u;

/**
 * The words of a text as people write them. What is no prose is left out: URLs, e-mail addresses, handles, hashtags, paths, file names,
 * identifiers, numbers with their units, product codes, acronyms; and what touches an object (see `OBJECT_PLACEHOLDER`).
 * A hyphenated word comes out as its parts.
 */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  let before = "";
  for (const match of text.matchAll(CHUNK)) {
    const chunk = match[0];
    if (!isNotProse(chunk)) addWords(words, { chunk, offset: match.index, before });
    before = chunk;
  }
  return words;
}

type Place = { chunk: string; offset: number; before: string };

function addWords(words: Word[], { chunk, offset, before }: Place): void {
  for (const match of chunk.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const word = plainWord(raw);
    if (word.length < 2 || isTechnical({ word, chunk, start, end, before })) continue;
    words.push({
      text: raw,
      word,
      start: offset + start,
      end: offset + end,
      opensSentence: opensSentence(chunk.slice(0, start), before),
      compound: compoundAround(chunk, start, end),
    });
  }
}

/** `lead` is what stands before the word in its chunk: opening marks only, or the end of another sentence ("done.Next"). */
function opensSentence(lead: string, before: string): boolean {
  return SENTENCE_END.test(/^["'\u201C\u2018([«]*$/u.test(lead) ? before : lead);
}

const COMPOUND = /[\p{L}\p{M}]+(?:[-\u2010\u2011][\p{L}\p{M}]*)+|[-\u2010\u2011][\p{L}\p{M}]+/gu;

function compoundAround(chunk: string, start: number, end: number): string | null {
  if (!/[-\u2010\u2011]/u.test(chunk)) return null;
  const around = chunk.matchAll(COMPOUND).find((match) => match.index <= start && match.index + match[0].length >= end);
  return around ? plainWord(around[0]).replace(/[\u2010\u2011]/gu, "-") : null;
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
