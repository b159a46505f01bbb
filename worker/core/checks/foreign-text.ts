import type { Language } from "./check.ts";
import { isDerived, isRight } from "./spelling/is-right.ts";
import type { Lexicon } from "./spelling/lexicon.ts";
import { tokenize } from "./spelling/tokenize.ts";

const FEWEST_WORDS = 6;
const UNKNOWN_SHARE = 0.4;

/**
 * Whether a text said to be English is not: a quotation in another language, or filler text. Most of its words are in no English
 * dictionary then, while even a text full of mistakes has four right words in five.
 */
export function isForeignText(text: string, language: Language, { spellers, terms, names }: Lexicon): boolean {
  const known = { speller: spellers[language], terms, names };
  const words = tokenize(text).filter(({ word }) => !/^\p{Lu}/u.test(word));
  if (words.length < FEWEST_WORDS) return false;
  const unknown = words.filter(
    (word) => (!isRight(word, known) && !isDerived(word.word, known)) || /[^\p{ASCII}]/u.test(word.word),
  ).length;
  return unknown > words.length * UNKNOWN_SHARE;
}
