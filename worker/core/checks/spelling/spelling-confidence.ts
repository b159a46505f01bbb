import type { Suggestion } from "./suggest.ts";
import type { Word } from "./tokenize.ts";

type Evidence = {
  text: string;
  suggestions: readonly Suggestion[];
  isForeignPhrase: boolean;
  /** Made of known parts, so that it may well be a word: "rebranding", "newtype". */
  isPlausibleWord: boolean;
};

/** So near that a slip of the hand explains it. */
const ONE_SLIP = 1.05;
const TWO_SLIPS = 2;
/** Occurrences in the body of English that frequencies were counted in, above which a word is common, or at least in use. */
const COMMON = 100;
const IN_USE = 3;
const LONG_NAME = 6;

/** Small words that people run into their neighbours: "inthe", "alot", "aswell". */
const RUN_IN = new Set("a an and as at be for in is it not of on so the to with".split(" "));

/**
 * How sure it is that an unknown word is a mistake, 0 to 1. Names, jargon and foreign words are unknown too; a mistake is near a word
 * that people use. Below 0.6 nobody is mailed.
 */
export function confidenceOf(word: Word, { text, suggestions, isForeignPhrase, isPlausibleWord }: Evidence): number {
  const [best] = suggestions;
  if (isForeignPhrase) return 0.3;
  if (isMentioned(word, text)) return 0.4;
  const isCapital = /^\p{Lu}/u.test(word.word);
  if (!best) return isCapital ? 0.2 : 0.45;
  if (isCapital) return confidenceOfCapital(word, best);
  if (isPlausibleWord && !isSlipOf(best)) return isRunIn(best.word) ? 0.85 : 0.5;
  return confidenceOfLowerCase(word, best);
}

/** Whether a common word is so near that it must have been meant, even where what was written could be a word. */
export function isSlipOf(best: Suggestion | undefined): boolean {
  return best !== undefined && best.cost <= 0.8 && best.frequency >= COMMON && !best.word.includes(" ");
}

function confidenceOfLowerCase({ word, compound }: Word, best: Suggestion): number {
  const isNear = best.cost <= ONE_SLIP;
  const isCommon = best.frequency >= COMMON;
  // "sms", "rgb": an abbreviation that somebody did not write in capitals.
  if (!/[aeiouy]/u.test(word)) return isSlipOf(best) && word.length > 3 ? 0.8 : 0.4;
  if (word.length <= 3) return isNear && best.frequency >= COMMON * 100 && best.cost < 1 ? 0.8 : 0.4;
  if (/^\p{Lu}/u.test(best.word)) return isNear && isCommon ? 0.7 : 0.4;
  if (compound !== null) return isNear && isCommon ? 0.75 : 0.4;
  if (isNear) return isCommon ? 0.95 : best.frequency >= IN_USE || best.cost <= 0.8 ? 0.8 : 0.55;
  if (best.cost > TWO_SLIPS || word.length < LONG_NAME) return 0.5;
  return isCommon ? 0.85 : best.frequency >= IN_USE ? 0.65 : 0.5;
}

/** A capital that its place asks for hides whether the word is a name; one that it does not ask for says that it is. */
function confidenceOfCapital(word: Word, best: Suggestion): number {
  const isClear =
    best.cost <= ONE_SLIP && best.frequency >= COMMON && word.word.length >= LONG_NAME && !best.word.includes(" ");
  if (!isClear) return 0.35;
  return word.opensSentence ? 0.8 : best.frequency >= COMMON * 5 ? 0.62 : 0.5;
}

function isRunIn(words: string): boolean {
  return words.includes(" ") && words.split(" ").some((part) => RUN_IN.has(part.toLowerCase()));
}

const QUOTE_BEFORE = /["'“‘«`]$/u;
const QUOTE_AFTER = /^["'”’»`]/u;

/** A word alone in quotation marks is spoken of, not used: the command "ls", the name "foobar". */
function isMentioned({ start, end }: Word, text: string): boolean {
  return QUOTE_BEFORE.test(text.slice(0, start)) && QUOTE_AFTER.test(text.slice(end));
}
