import { detectLanguage } from "../language/detect-language.ts";
import { isEnglish, type Language, primarySubtag } from "../language/languages.ts";
import { type CheckBudget, NO_LIMIT } from "./check-budget.ts";
import { findFiller } from "./filler-text.ts";
import { isDerived } from "./spelling/derived-words.ts";
import { isRight, knownWords } from "./spelling/is-right.ts";
import type { Lexicon } from "./spelling/lexicon.ts";
import { tokenize } from "./spelling/tokenize.ts";

const FEWEST_WORDS = 6;
const UNKNOWN_SHARE = 0.4;
/** A short text full of mistakes still contains the language's function words, so more of its other words may be unknown. */
const UNKNOWN_SHARE_SPOKEN = 0.55;
const FEWEST_COMMON = 3;

/**
 * Returns true if a text is not in the language that it was assigned: a quotation in another language, or filler text. Most of
 * its words are then in no dictionary of that language, while even a text full of mistakes has four correct words in five.
 * Returns false if the budget is spent first.
 */
export function isForeignText(text: string, language: Language, lexicon: Lexicon, budget: CheckBudget = NO_LIMIT): boolean {
  // English dictionaries know a good part of its words.
  if (findFiller(text) !== null) return true;
  const known = knownWords(lexicon, language);
  const words = tokenize(text).filter(({ word }) => !/^\p{Lu}/u.test(word));
  if (words.length < FEWEST_WORDS) return false;
  const isForeignWord = ({ word }: { word: string }) => isEnglish(language) && /[^\p{ASCII}]/u.test(word);
  let unknown = 0;
  for (const word of words) {
    if (!isForeignWord(word) && isRight(word, known)) continue;
    // Looking up unknown words is expensive.
    if (budget.isSpent()) return false;
    if (isForeignWord(word) || !isDerived(word.word, known)) unknown++;
  }
  if (unknown <= words.length * UNKNOWN_SHARE) return false;
  const spoken = detectLanguage(text);
  const isSpoken = spoken.language === primarySubtag(language) && spoken.common >= FEWEST_COMMON;
  return !isSpoken || unknown > words.length * UNKNOWN_SHARE_SPOKEN;
}
