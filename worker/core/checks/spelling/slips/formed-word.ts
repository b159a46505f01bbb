import { classesOf, WORD_CLASS } from "../../grammar/engine/word-class.ts";
import { isKnown, type KnownWords } from "../is-right.ts";

/** Matches a vowel that is drawn out for emphasis: "looong". A consonant written three times is a slip of the hand. */
const DRAWN_OUT = /([aeiou])\1{2}/u;
const VERB_OF_NOUN = /^(\p{L}{5,}?)i[sz](?:es?|ed|ers?|ing|ations?)$/u;
const NOUN_ENDINGS = ["", "e", "y", "a", "o"];

/**
 * Returns true for a word that no dictionary has, but that its writer formed on purpose from one that dictionaries have: a vowel that is
 * drawn out, the plural of an adjective ("residentials"), or a verb made of a noun ("catastrophize"). `best` is what else may be meant.
 */
export function isFormedWord(word: string, best: string, known: KnownWords): boolean {
  if (DRAWN_OUT.test(word)) return true;
  if (word === `${best}s`) return isOnlyAdjective(best);
  const noun = VERB_OF_NOUN.exec(word)?.[1];
  // "Advertize" only writes "advertise" as it sounds.
  if (noun === undefined || word.replace(/iz/u, "is") === best.replace(/iz/u, "is")) return false;
  return NOUN_ENDINGS.some((ending) => isKnown(noun + ending, known));
}

function isOnlyAdjective(word: string): boolean {
  const classes = classesOf(word);
  return (classes & WORD_CLASS.N) === 0 && ((classes & WORD_CLASS.J) !== 0 || /(?:able|ible|ial)$/u.test(word));
}
