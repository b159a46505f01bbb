import { isEnglish, type Language } from "../../language/languages.ts";
import type { Block } from "../../page/block.ts";
import type { CheckBudget } from "../check-budget.ts";
import { isOxfordSpelling } from "./dialect.ts";
import { isRight, knownWords, withoutElision, withoutPossessive } from "./is-right.ts";
import { hasCompounds, isUnlikelyCompound } from "./languages/compound-slip.ts";
import { isAccentedByApostrophe } from "./languages/italian-capitals.ts";
import { isVoseo, saysVos } from "./languages/voseo.ts";
import type { Lexicon } from "./lexicon.ts";
import { areListed, isFragment } from "./named-words.ts";
import { tokenize, type Word } from "./tokenize.ts";
import { isLabelElsewhere, languagesElsewhere } from "./word-lists/foreign-words.ts";

/** Describes a word that no dictionary has, and the words beside it. */
export type UnknownWord = {
  /** Holds the word without a possessive ending and without an elided prefix ("l’"). */
  word: Word;
  /** Holds all words of the text; `at` is the index of this one. */
  words: readonly Word[];
  at: number;
  /** Counts the unknown words among the two before and the two after. */
  unknownNear: number;
  /** Share of the other words of the text that are unknown, as far as it was read. */
  unknownShare: number;
  /** Counts the unknown words in small letters, which are no names, as far as the text was read. */
  unknownSmall: number;
  isForeignPhrase: boolean;
  /** True if a neighbouring member of the same enumeration is unknown too. */
  isListedWithUnknown: boolean;
  /** True if the word directly before or after is unknown and has a capital, like this one: "Molli Schemmer". */
  isBesideUnknownName: boolean;
};

/**
 * Number of unknown words, among the two before and the two after, that indicates a phrase in another language or filler text.
 */
const FOREIGN_NEIGHBOURS = 2;
/** Number of words between two checks of the budget; looking up a right word takes almost no time. */
const WORDS_PER_LOOK = 32;
/**
 * Limits the distinct unknown words examined in one Block. A Block with more is a list or not prose, and each takes milliseconds.
 */
const MOST_UNKNOWN = 60;

/**
 * Returns the words of a text that are unknown in its language or unlikely compounds, except phrases in another language. Stops
 * when the budget is spent.
 */
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
  const found = words.flatMap((word, at) => {
    if ((at % WORDS_PER_LOOK === 0 && budget.isSpent()) || budget.hasStopped() || !isWrong(at) || budget.isSpent()) return [];
    if ((hasCompounds(language) && isCutShort(word, text)) || isFragment(word, text)) return [];
    if (isAccentedByApostrophe(word, text, known)) return [];
    if (isEnglish(language) && isLabelElsewhere(word.word, words.length)) return [];
    if (distinct.add(word.text).size > MOST_UNKNOWN) return [];
    const around = [at - 2, at - 1, at + 1, at + 2];
    const unknownNear = around.filter(isWrong).length;
    const isForeignPhrase =
      around.filter((near) => isWrong(near) || isForeignLooking(words[near], language)).length >= FOREIGN_NEIGHBOURS;
    if (isForeignPhrase && around.some((near) => isForeignLooking(words[near], language))) return [];
    const tongues = around.flatMap((near) => (isWrong(near) ? tonguesOf(words[near], language) : []));
    const own = tonguesOf(word, language);
    // Skips phrases in one foreign language: "au chocolat" in "pain au chocolat", both words of "Muchas gracias".
    if (own.some((tongue) => tongues.includes(tongue))) return [];
    const isBesideForeign =
      tongues.length > 0 ||
      (own.length > 0 && unknownNear > 0) ||
      // Includes "pouding chômeur", but not a word beside a name ("José").
      [at - 1, at + 1].some((near) => isForeignLooking(words[near], language) && /^\p{Ll}/u.test(words[near]?.word ?? ""));
    const isListedWithUnknown = [...around, at - 3, at + 3].some((near) => {
      const other = words[near];
      return isWrong(near) && other !== undefined && areListed(word, other, text);
    });
    const isBesideUnknownName = [at - 1, at + 1].some((near) => isWrong(near) && areNames(word, words[near], text));
    const isInPhrase = isBesideForeign || (isForeignPhrase && !isEnglish(language));
    return [
      {
        word: coreOf(word, language),
        words,
        at,
        unknownNear,
        isForeignPhrase: isInPhrase,
        isListedWithUnknown,
        isBesideUnknownName,
      },
    ];
  });
  const unknown = judged.filter((isUnknown) => isUnknown).length;
  const unknownShare = (unknown - 1) / Math.max(1, words.length - 1);
  const unknownSmall = judged.filter((isUnknown, at) => isUnknown && /^\p{Ll}/u.test(words[at]?.word ?? "")).length;
  return found.map((word) => ({ ...word, unknownShare, unknownSmall }));
}

/** Returns true if two words have capitals and only a space lies between them. */
function areNames(word: Word, other: Word | undefined, text: string): boolean {
  if (!other || !/^\p{Lu}\p{Ll}/u.test(word.word) || !/^\p{Lu}\p{Ll}/u.test(other.word)) return false;
  return text.slice(Math.min(word.end, other.end), Math.max(word.start, other.start)) === " ";
}

/** Returns true for the first part of a compound whose end follows later: "Sonnenauf- und -untergang". No dictionary has such parts. */
function isCutShort({ end }: Word, text: string): boolean {
  return /^-(?:$|[\s,/])/u.test(text.slice(end, end + 2));
}

/**
 * Returns true for an unlikely compound that the dictionary accepts. Returns false for terms and for parts of a hyphenated word.
 */
function isMadeUp({ word, compound }: Word, language: Language, lexicon: Lexicon): boolean {
  if (!hasCompounds(language) || compound !== null || lexicon.terms.has(word.toLowerCase())) return false;
  return isUnlikelyCompound(word, lexicon.words(language), language);
}

/** Returns the part of a word that is looked up and shown: no elided prefix, no possessive ending. */
function coreOf(word: Word, language: Language): Word {
  const whole = withoutPossessive(word.word);
  const base = withoutElision(whole, language);
  const elided = base === whole ? 0 : word.text.search(/['’ʼ]/u) + 1;
  const length = word.text.replace(/['’ʼ]s?$/iu, "").length;
  return { ...word, word: base, start: word.start + elided, end: word.start + length };
}

/** Returns the other languages in which a word is common; none for a word that only lacks its apostrophe ("dont"). */
function tonguesOf(word: Word | undefined, language: Language): string[] {
  return word === undefined || LACKS_APOSTROPHE.test(word.word) ? [] : languagesElsewhere(word.word, language);
}

const LACKS_APOSTROPHE = /^(?:dont|cest|wont|cant)$/iu;

function isForeignLooking(word: Word | undefined, language: Language): boolean {
  return word !== undefined && isEnglish(language) && /[^\p{ASCII}]/u.test(word.word);
}
