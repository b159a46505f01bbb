import { isEnglish, type Language } from "../../language/languages.ts";
import type { Block } from "../../page/block.ts";
import type { CheckBudget } from "../check-budget.ts";
import { hasCompounds, isUnlikelyCompound } from "./compound-slip.ts";
import { isOxfordSpelling } from "./dialect.ts";
import { languagesElsewhere } from "./foreign-words.ts";
import { isRight, knownWords, withoutElision, withoutPossessive } from "./is-right.ts";
import type { Lexicon } from "./lexicon.ts";
import { areListed } from "./named-words.ts";
import { tokenize, type Word } from "./tokenize.ts";
import { isVoseo, saysVos } from "./voseo.ts";

/** A word that is in no dictionary, and what is known of the words beside it. */
export type UnknownWord = {
  /** The word without a possessive ending and without what is elided before it ("l’"). */
  word: Word;
  /** All words of the text, and which one this is. */
  words: readonly Word[];
  at: number;
  /** Unknown words among the two before and the two after. */
  unknownNear: number;
  isForeignPhrase: boolean;
  /** In an enumeration whose neighbouring member is unknown, too. */
  isListedWithUnknown: boolean;
};

/** A word with as many unknown ones among the two before and the two after is in a phrase of another language, or filler text. */
const FOREIGN_NEIGHBOURS = 2;
/** Right words are looked up in no time: the budget is asked after so many. */
const WORDS_PER_LOOK = 32;
/** Distinct unknown words looked into in one Block: what has more is a list or no prose, and each costs milliseconds. */
const MOST_UNKNOWN = 60;

/** Finds the words of a text that no dictionary of its language has, but for phrases in another one. Stops when the budget is spent. */
export function findUnknown(
  { text, lang }: Pick<Block, "text" | "lang">,
  language: Language,
  lexicon: Lexicon,
  budget: CheckBudget,
): UnknownWord[] {
  const words = tokenize(text);
  const isForVos = language === "es" && saysVos(text, lang);
  const known = knownWords(lexicon, language);
  const judged: boolean[] = [];
  const isWrong = (at: number): boolean => {
    const word = words[at];
    if (!word) return false;
    judged[at] ??=
      (!isRight(word, known) &&
        !(language === "en-GB" && isOxfordSpelling(word.word, lexicon)) &&
        !(isForVos && isVoseo(word.word.toLowerCase(), known.speller))) ||
      isMadeUp(word, language, lexicon);
    return judged[at];
  };
  const distinct = new Set<string>();
  return words.flatMap((word, at) => {
    if ((at % WORDS_PER_LOOK === 0 && budget.isSpent()) || budget.hasStopped() || !isWrong(at) || budget.isSpent()) return [];
    if (distinct.add(word.text).size > MOST_UNKNOWN) return [];
    const around = [at - 2, at - 1, at + 1, at + 2];
    const unknownNear = around.filter(isWrong).length;
    const isForeignPhrase =
      around.filter((near) => isWrong(near) || isForeignLooking(words[near], language)).length >= FOREIGN_NEIGHBOURS;
    if (isForeignPhrase && around.some((near) => isForeignLooking(words[near], language))) return [];
    const tongues = around.flatMap((near) => (isWrong(near) ? tonguesOf(words[near], language) : []));
    const own = tonguesOf(word, language);
    // "au chocolat" of "pain au chocolat"; both words of "Muchas gracias".
    if (own.some((tongue) => tongues.includes(tongue))) return [];
    const isBesideForeign =
      tongues.length > 0 ||
      (own.length > 0 && unknownNear > 0) ||
      // "pouding chômeur"; not beside "José".
      [at - 1, at + 1].some((near) => isForeignLooking(words[near], language) && /^\p{Ll}/u.test(words[near]?.word ?? ""));
    const isListedWithUnknown = [...around, at - 3, at + 3].some((near) => {
      const other = words[near];
      return isWrong(near) && other !== undefined && areListed(word, other, text);
    });
    const isInPhrase = isBesideForeign || (isForeignPhrase && !isEnglish(language));
    return [{ word: coreOf(word, language), words, at, unknownNear, isForeignPhrase: isInPhrase, isListedWithUnknown }];
  });
}

/** Returns true for a compound that the dictionary composed and that is unlikely; false for parts of a hyphenated word, names and terms. */
function isMadeUp({ word, compound }: Word, language: Language, lexicon: Lexicon): boolean {
  if (!hasCompounds(language) || compound !== null || lexicon.terms.has(word.toLowerCase())) return false;
  return isUnlikelyCompound(word, lexicon.words(language), language);
}

/** Returns the part of a word that is looked up and shown. */
function coreOf(word: Word, language: Language): Word {
  const whole = withoutPossessive(word.word);
  const base = withoutElision(whole, language);
  const elided = base === whole ? 0 : word.text.search(/['’ʼ]/u) + 1;
  const length = word.text.replace(/['’ʼ]s?$/iu, "").length;
  return { ...word, word: base, start: word.start + elided, end: word.start + length };
}

/** Other languages in which a word is common; none for what only lacks its apostrophe ("dont"). */
function tonguesOf(word: Word | undefined, language: Language): string[] {
  return word === undefined || LACKS_APOSTROPHE.test(word.word) ? [] : languagesElsewhere(word.word, language);
}

const LACKS_APOSTROPHE = /^(?:dont|cest|wont|cant)$/iu;

function isForeignLooking(word: Word | undefined, language: Language): boolean {
  return word !== undefined && isEnglish(language) && /[^\p{ASCII}]/u.test(word.word);
}
