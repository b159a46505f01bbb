import type { UnknownWord } from "../find-unknown.ts";
import type { KnownWords } from "../is-right.ts";
import type { Word } from "../tokenize.ts";
import { countOf, type PackedCounts } from "./word-counts.ts";

/** Holds what the words beside a capitalised word suggest about it being a name. */
export type NameEvidence = {
  followsCapital: boolean;
  precedesCapital: boolean;
  /** True if the word before is a known name, or is hardly ever written without its capital. */
  followsName: boolean;
  precedesName: boolean;
  followsTitle: boolean;
  /** True after a preposition or "and": "in Creetown", "by Okafor". */
  followsPreposition: boolean;
  isPossessive: boolean;
  /** True beside a comma, as in an enumeration of names: "Smith, Okafor". */
  isInList: boolean;
};

const TITLES = new Set(
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father fr sister brother pastor captain capt major sgt lt col general president chef coach judge st saint mount mt lake river port fort cape".split(
    " ",
  ),
);
const PREPOSITIONS = new Set("in at from near by with of to and & for".split(" "));
/** Lowest share of occurrences with a capital from which a word is taken for a name. */
const ALMOST_ALWAYS = 0.9;

type Beside = Pick<UnknownWord, "word" | "words" | "at"> & { text: string; known: KnownWords; counts: PackedCounts };

/** Returns the evidence from the words beside a capitalised one. */
export function nameEvidenceOf({ word, words, at, text, known, counts }: Beside): NameEvidence {
  const before = besideOf(words[at - 1], word, text);
  const after = besideOf(words[at + 1], word, text);
  const lead = text.slice(Math.max(0, word.start - 12), word.start);
  const previous = /([\p{L}&]{1,12})\.? $/u.exec(lead)?.[1] ?? "";
  const isCapital = (beside: Word | null) => beside !== null && /^\p{Lu}/u.test(beside.word);
  const isName = (beside: Word | null) => {
    if (beside === null || !isCapital(beside)) return false;
    const lower = beside.word.toLowerCase();
    if (known.names.has(lower)) return true;
    const { small, capital } = countOf(counts, lower);
    return capital > 5 && capital / (small + capital) >= ALMOST_ALWAYS;
  };
  return {
    followsCapital: isCapital(before) || /^\p{Lu}$/u.test(previous),
    precedesCapital: isCapital(after),
    followsName: isName(before),
    precedesName: isName(after),
    followsTitle: TITLES.has(previous.toLowerCase()),
    followsPreposition: PREPOSITIONS.has(previous),
    isPossessive: /^['’]s?(?![\p{L}])/u.test(text.slice(word.end, word.end + 3)),
    isInList: /^,/u.test(text.slice(word.end, word.end + 1)) || /, $/u.test(lead),
  };
}

/** Returns the neighbouring word if only a space lies between, or null. */
function besideOf(beside: Word | undefined, word: Word, text: string): Word | null {
  if (!beside) return null;
  const between = beside.start < word.start ? text.slice(beside.end, word.start) : text.slice(word.end, beside.start);
  return between === " " ? beside : null;
}
