import type { Suggestion } from "./suggest.ts";
import type { Word } from "./tokenize.ts";

type Evidence = { text: string; suggestions: readonly Suggestion[]; isForeignPhrase: boolean };

/** So near that a slip of the hand explains it. */
const ONE_SLIP = 1.05;
const TWO_SLIPS = 2;
/** Occurrences in the body of English that frequencies were counted in, above which a word is common. */
const COMMON = 100;
const LONG_NAME = 6;

/**
 * How sure it is that an unknown word is a mistake, 0 to 1. Names, jargon and foreign words are unknown too; a mistake is near a word
 * that people use. Below 0.6 nobody is mailed.
 */
export function confidenceOf(word: Word, { text, suggestions, isForeignPhrase }: Evidence): number {
  const [best] = suggestions;
  if (isForeignPhrase) return 0.3;
  if (isMentioned(word, text)) return 0.4;
  const isCapital = /^\p{Lu}/u.test(word.word);
  if (!best) return isCapital ? 0.2 : 0.45;
  const isNear = best.cost <= ONE_SLIP;
  const isCommon = best.frequency >= COMMON;
  const isNameLike = /^\p{Lu}/u.test(best.word) && !isCapital;
  if (isCapital) return confidenceOfCapital(word, best, { isNear, isCommon });
  if (isNameLike) return isNear && isCommon ? 0.7 : 0.4;
  if (word.word.length <= 3) return isNear && best.frequency >= COMMON * 100 && best.cost < 1 ? 0.8 : 0.4;
  if (word.compound !== null) return isNear && isCommon ? 0.75 : 0.4;
  if (isNear) return isCommon ? 0.95 : 0.8;
  return best.cost <= TWO_SLIPS && word.word.length >= LONG_NAME ? (isCommon ? 0.85 : 0.65) : 0.5;
}

/** A capital that its place asks for hides whether the word is a name; one that it does not ask for says that it is. */
function confidenceOfCapital(
  word: Word,
  best: Suggestion,
  { isNear, isCommon }: { isNear: boolean; isCommon: boolean },
): number {
  const isClear = isNear && isCommon && word.word.length >= LONG_NAME;
  if (!isClear) return 0.35;
  return word.opensSentence ? 0.8 : best.frequency >= COMMON * 5 ? 0.62 : 0.5;
}

const QUOTE_BEFORE = /["'“‘«`]$/u;
const QUOTE_AFTER = /^["'”’»`]/u;

/** A word alone in quotation marks is spoken of, not used: the command "ls", the name "foobar". */
function isMentioned({ start, end }: Word, text: string): boolean {
  return QUOTE_BEFORE.test(text.slice(0, start)) && QUOTE_AFTER.test(text.slice(end));
}
