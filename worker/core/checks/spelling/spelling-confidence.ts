import { isEnglish, type Language } from "../../language/languages.ts";
import { MAIL_CONFIDENCE } from "../finding.ts";
import { withoutAccents } from "./accents.ts";
import { isAbbreviated, isAmongNames, isCutShort, isInPersonsName, isNamed, isSpokenOf } from "./named-words.ts";
import { RUN_IN, type Suggestion } from "./suggestions/suggest.ts";
import type { Word } from "./tokenize.ts";

type Evidence = {
  text: string;
  language: Language;
  suggestions: readonly Suggestion[];
  isForeignPhrase: boolean;
  /** True if one letter precedes a known word ("rdesktop", "mlocate"), which is rarely a slip. */
  isPrefixedLetter: boolean;
  /** True if a neighbouring member of the same enumeration is unknown too. */
  isListedWithUnknown: boolean;
};

/** Largest cost that one slip explains. */
const ONE_SLIP = 1.05;
const TWO_SLIPS = 1.9;
/** Largest cost per letter of several slips: "setuid" is not "stupid". */
const SLIPS_PER_LETTER = 0.2;
/** Lowest frequency of a common word, and of a word in use, in fifty million words. */
const COMMON = 100;
const IN_USE = 3;
const VERY_COMMON = 3_000;
const LONG_NAME = 6;
/**
 * Length from which another letter makes a German noun wrong, and largest cost of letters that sound alike or are neighbours. A shorter
 * noun with another letter is as often a name: "Lienen", "Metager". Slips leave letters out, double them or swap them.
 */
const LONG_NOUN = 10;
const CLOSE_LETTERS = 0.85;
/** Largest cost of one or two accents, or of a sound spelt differently. */
const ACCENT = 0.6;
/** Length of a long word. Few long words are near each other, so a word near one was probably intended. */
const LONG_WORD = 8;
/** Matches more consonants in a row than a word has: "lighttpd". */
const UNSPEAKABLE = /[^aeiouyà-ÿœ]{6}/u;

/**
 * Returns the confidence, from 0 to 1, that an unknown word of a language other than English is a mistake. A mistake is near a
 * word in use; names, jargon and foreign words are unknown too. Nothing below 0.6 is mailed.
 */
export function confidenceOf(word: Word, evidence: Evidence): number {
  const { text, suggestions, isForeignPhrase, isListedWithUnknown } = evidence;
  const [best] = suggestions;
  if (isCutShort(word, text)) return 0.2;
  if (isAbbreviated(word, text)) return 0.35;
  // A text full of slips has unknown neighbours too.
  if (isForeignPhrase) return best && isSlipOf(best) && word.word.length >= LONG_NAME ? 0.5 : 0.3;
  const confidence = confidenceOfForm(word, evidence);
  if (isClearSlip(word.word, best)) return confidence;
  const isSlip = isSlipOf(best);
  // Still shown, but low enough that issues/site-words.ts takes the word for a name on the whole site.
  const asName = isSlip || confidence >= MAIL_CONFIDENCE ? 0.4 : 0.35;
  if (isListedWithUnknown || isNamed(word, text)) return Math.min(confidence, asName);
  if (isSpokenOf(word, text)) return isSlip ? Math.min(confidence, 0.5) : asName;
  return !isSlip && confidence < MAIL_CONFIDENCE && isAmongNames(word, text) ? 0.35 : confidence;
}

/** Returns the confidence from the word and its best suggestion, with little regard to the surrounding text. */
function confidenceOfForm(word: Word, evidence: Evidence): number {
  const { text, language, suggestions, isPrefixedLetter } = evidence;
  const [best] = suggestions;
  const isCapital = /^\p{Lu}/u.test(word.word);
  if (!best) return isCapital ? 0.2 : 0.45;
  if (isCapital && language.startsWith("de")) return confidenceOfNoun(word, best);
  if (isCapital) {
    const confidence = confidenceOfCapital(word, best, language);
    return confidence < MAIL_CONFIDENCE && isInPersonsName(word, text) ? 0.35 : confidence;
  }
  const isMadeName = isPrefixedLetter && (best.frequency < COMMON || !isSlipOf(best));
  if (isMadeName && !isRunIn(best.word)) return 0.5;
  return confidenceOfLowerCase(word, best);
}

/** Returns true if a lower-case word is so long, and so near a word in use, that names beside it do not matter. */
function isClearSlip(word: string, best: Suggestion | undefined): boolean {
  if (best === undefined || best.word.includes(" ") || /^\p{Lu}/u.test(word)) return false;
  const isLong = word.length > LONG_WORD;
  if (best.frequency < (isLong && best.cost <= 0.75 ? IN_USE : COMMON)) return false;
  return best.cost <= (isLong ? ONE_SLIP : word.length > LONG_NAME ? 0.75 : 0);
}

/** Returns true if a common word is so near that it was probably intended, even if the written word could exist. */
export function isSlipOf(best: Suggestion | undefined): boolean {
  if (best === undefined || best.word.includes(" ")) return false;
  if (best.cost <= 0.75) return best.frequency >= IN_USE;
  return best.cost <= ONE_SLIP && best.frequency >= (best.word.length >= LONG_WORD ? COMMON / 5 : COMMON);
}

function confidenceOfLowerCase({ word, compound }: Word, best: Suggestion): number {
  const isNear = best.cost <= ONE_SLIP;
  const isCommon = best.frequency >= COMMON;
  if (isRunIn(best.word)) return 0.85;
  // An abbreviation that is not written in capitals: "sms", "rgb".
  if (!/[aeiouyà-ÿœ]/u.test(word)) return isSlipOf(best) && word.length > 3 ? 0.8 : 0.4;
  if (word.length <= 5) return confidenceOfShort(word, best);
  if (/^\p{Lu}/u.test(best.word)) return isNear && isCommon ? 0.7 : 0.4;
  if (compound !== null) return isNear && isCommon ? 0.75 : 0.4;
  if (isNear && isCommon) return word.length <= LONG_NAME && best.cost > 0.75 ? 0.85 : 0.95;
  if (isNear && best.frequency === 0) return isClearGuess(word, best) ? 0.8 : 0.5;
  if (isNear) return best.frequency >= IN_USE || best.cost <= 0.8 || word.length >= LONG_WORD ? 0.8 : 0.55;
  if (UNSPEAKABLE.test(word)) return 0.4;
  if (best.cost > word.length * SLIPS_PER_LETTER || word.length < LONG_NAME) return 0.5;
  // Two slips away, a rarer word is as often another word: "sottofesa" is not "sottomessa".
  return isCommon ? 0.85 : 0.5;
}

/**
 * Returns true if a suggestion that no list of common words has is clear all the same: it only differs by accents, an apostrophe, or a
 * letter that was doubled or swapped. Otherwise the written word is as likely to be a rare one: "soddisferanno", "typlessen".
 */
function isClearGuess(word: string, { word: meant, cost }: Suggestion): boolean {
  if (withoutAccents(word) === withoutAccents(meant) || meant.includes("'") || lettersOf(word) === lettersOf(meant))
    return true;
  return cost <= ACCENT && word.length > LONG_NAME;
}

/** Returns the letters of a word in the order of the alphabet. */
function lettersOf(word: string): string {
  return [...word].sort().join("");
}

/**
 * Returns the confidence for a short word. Every short word is near another, so only a very cheap slip or a very common word
 * counts.
 */
function confidenceOfShort(word: string, { word: meant, cost, frequency }: Suggestion): number {
  if (/^\p{Lu}/u.test(meant)) return 0.4;
  const isAccentSlip = withoutAccents(word) === withoutAccents(meant);
  if (word.length <= 3)
    return word.length === 3 && (isAccentSlip ? frequency >= 5_000 : cost <= 0.75 && frequency >= 50_000) ? 0.8 : 0.4;
  if (isAccentSlip && word.length === 5 && frequency >= 3 * IN_USE) return 0.8;
  const isSure = cost <= 0.75 ? frequency >= COMMON : cost <= ONE_SLIP && frequency >= (word.length === 4 ? 20_000 : 5_000);
  return isSure ? (cost <= 0.75 ? 0.9 : 0.85) : 0.5;
}

/**
 * Returns the confidence for a capitalised German word. Its capital proves little, because nouns and names both have one, and
 * compounds that no dictionary has are long.
 */
function confidenceOfNoun({ word, compound, opensSentence }: Word, best: Suggestion): number {
  if (compound !== null || word.length < LONG_NAME || best.cost > ONE_SLIP) return 0.4;
  if (word.length === best.word.replaceAll("ß", "ss").length && word.length < LONG_NOUN && best.cost > CLOSE_LETTERS)
    return 0.5;
  const isSure = best.frequency >= (opensSentence || word.length >= LONG_WORD ? IN_USE * 10 : COMMON * 2);
  // A suggestion without a frequency is the dictionary's own guess at a compound: "Preisölbeeren" for "Preiselbeeren".
  return isSure || (best.cost <= 0.75 && best.frequency > 0) ? 0.75 : 0.5;
}

/** Lists words that have a capital but are not names of people. */
const CALENDAR = new Set(
  "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November December".split(
    " ",
  ),
);

/**
 * Returns the confidence for a capitalised word. A capital at the start of a sentence hides whether the word is a name; any other
 * suggests that it is.
 */
function confidenceOfCapital(word: Word, best: Suggestion, language: Language): number {
  const isAccentSlip = !isEnglish(language) && (best.cost <= ACCENT || withoutAccents(word.word) === withoutAccents(best.word));
  // A short word with a capital is an abbreviation or a name ("Giu"), and so is part of a hyphenated one ("Coope-Palmera").
  const isShort = word.word.length <= 3 && !(isAccentSlip && best.frequency >= VERY_COMMON);
  if (isShort || word.compound !== null) return 0.4;
  if (language === "fr" && lacksAccentOnCapital(word.word, best.word)) return 0.5;
  if (CALENDAR.has(best.word) && best.cost <= TWO_SLIPS && word.word.length >= LONG_NAME) return 0.8;
  // Only an accent differs: no name is that near.
  if (isAccentSlip && word.opensSentence && best.frequency > 0) return 0.8;
  const isClear =
    best.cost <= ONE_SLIP && best.frequency >= COMMON && word.word.length >= LONG_NAME && !best.word.includes(" ");
  if (!isClear) return 0.35;
  if (word.opensSentence) return 0.8;
  // "Sistem": within a sentence, a short word with a capital is as often a name.
  const isNameLike = !isAccentSlip && word.word.length < LONG_WORD && word.word !== word.word.toUpperCase();
  return !isNameLike && best.frequency >= (isAccentSlip ? COMMON : COMMON * 5) ? 0.62 : 0.5;
}

/** Returns true if only a capital lacks its accent, which many French writers leave out: "Equipements", "ECOLE". */
function lacksAccentOnCapital(word: string, meant: string): boolean {
  if (word.length > 1 && word === word.toUpperCase()) return word === withoutAccents(meant.toUpperCase());
  return word.slice(1) === meant.slice(1) && word.charAt(0) === withoutAccents(meant.charAt(0));
}

function isRunIn(words: string): boolean {
  return words.includes(" ") && words.split(" ").some((part) => RUN_IN.has(part.toLowerCase()));
}
