import { type Language, primarySubtag } from "../../../language/languages.ts";
import { withoutAccents } from "../accents.ts";
import { hasFreeEnding, isDerived } from "../derived-words.ts";
import type { UnknownWord } from "../find-unknown.ts";
import { isKnown, knownWords } from "../is-right.ts";
import type { LanguageWords, Lexicon } from "../lexicon.ts";
import { confidenceOf, isSlipOf } from "../spelling-confidence.ts";
import type { Suggestion } from "../suggestions/suggest.ts";
import type { Word } from "../tokenize.ts";
import { hasCompounds } from "./compound-slip.ts";
import { nounConfidence } from "./noun-capital.ts";
import { isOldPortuguese, isSimplifiedFrench } from "./old-spelling.ts";
import { isFamilyName } from "./person-names.ts";
import { isRegularForm } from "./regular-forms.ts";
import { isTechnicalTerm } from "./technical-terms.ts";
import { isVoseo } from "./voseo.ts";

/** Limits the confidence for a word in a spelling that a reform replaced. */
const OLD_SPELLING_CONFIDENCE = 0.5;
/** Limits the confidence for an English word in a text of another language, which is more often borrowed than a slip. */
const BORROWED_CONFIDENCE = 0.45;
/** Lowest frequency of an English word that counts as borrowed; a rarer one is as likely to be a slip. */
const COMMON_ENGLISH = 5;
const NAME_CONFIDENCE = 0.4;
/** Limits the confidence for a word in an old text or another dialect, in which many words are unknown. */
const OLD_TEXT_CONFIDENCE = 0.45;
/** Number of words, and the share of unknown ones, from which a text is an old one. */
const FEWEST_WORDS_OF_OLD_TEXT = 12;
const UNKNOWN_IN_OLD_TEXT = 0.2;
/** The same for unknown words in small letters alone, which are no names. */
const FEWEST_SMALL_UNKNOWN = 4;
const SMALL_UNKNOWN_IN_OLD_TEXT = 0.06;

/** Largest cost of a slip that sounds alike, and a cost beyond that of any. */
const SOUND = 0.6;
const FAR = 9;

const ENGLISH = ["en-US", "en-GB"] as const;

type Context = { text: string; language: Language; lexicon: Lexicon };

/**
 * Returns the confidence that an unknown word of a language other than English is a mistake. It is 0 for borrowed words and for
 * words made of known parts.
 */
export function confidenceElsewhere(unknown: UnknownWord, suggestions: readonly Suggestion[], context: Context): number {
  const { word, isForeignPhrase, isListedWithUnknown } = unknown;
  const { text, language, lexicon } = context;
  const words = lexicon.words(language);
  const known = knownWords(lexicon, language);
  const mayLackAccents = !language.startsWith("de") && lacksAccents(word.word, suggestions[0]);
  // "Fundacion Uriel" begins with a common word.
  const isWordWithoutAccents = mayLackAccents && words.correct(suggestions[0]?.word.toLowerCase() ?? "");
  const isInUseAsWritten = !mayLackAccents && isInUse(word.word.toLowerCase(), words, primarySubtag(language));
  if (isInUseAsWritten || isRegularForm(word, text, known)) return 0;
  if (isSimplifiedFrench(word.word, suggestions[0]?.word, known)) return 0;
  const isGermanNoun = language.startsWith("de") && /^\p{Lu}/u.test(word.word);
  const isEnglishWord = isBorrowed(word, context);
  if (isEnglishWord && (word.compound !== null || isGermanNoun || !isSlipOf(suggestions[0]))) return 0;
  if (hasFreeEnding(word.word, known) || (isDerived(word.word, known) && !isSlipOf(suggestions[0]))) return 0;
  // "cosina" is not "cosine".
  const isHeardAlike = (suggestions[0]?.cost ?? FAR) <= SOUND;
  const isTerm = !mayLackAccents && !isHeardAlike && isTechnicalTerm(word.word, language, lexicon);
  const asNoun = nounConfidence(word, { text, language, best: suggestions[0] });
  if (asNoun !== null) return asNoun;
  const evidence = { text, language, suggestions, isForeignPhrase, isListedWithUnknown };
  const isPrefixedLetter = word.word.length >= 5 && isKnown(word.word.slice(1), known);
  const confidence = confidenceOf(word, { ...evidence, isPrefixedLetter });
  return Math.min(
    confidence,
    isEnglishWord ? BORROWED_CONFIDENCE : 1,
    (isFamilyName(unknown, text, { ...known, words }) || unknown.isBesideUnknownName) && !isWordWithoutAccents
      ? NAME_CONFIDENCE
      : 1,
    // "rosa guzman" signed a review without capitals.
    lexicon.names.has(word.word) ? BORROWED_CONFIDENCE : 1,
    isOldPortuguese(word.word, known) ? OLD_SPELLING_CONFIDENCE : 1,
    isTerm ? BORROWED_CONFIDENCE : 1,
    isGermanNoun && mayBeName(word, text) ? OLD_SPELLING_CONFIDENCE : 1,
    isInQuotedTerm(word, text) && !mayLackAccents ? OLD_SPELLING_CONFIDENCE : 1,
    isForeignLabel(unknown, text) && !mayLackAccents ? BORROWED_CONFIDENCE : 1,
    // "Conocé", "necesitás" on a page that says nothing else to "vos".
    language === "es" && /[áéí]s?$/u.test(word.word) && isVoseo(word.word.toLowerCase(), words) ? OLD_SPELLING_CONFIDENCE : 1,
    isInOldText(unknown, language) ? OLD_TEXT_CONFIDENCE : 1,
  );
}

/** Returns true for a label of two or three words that are all unknown, as terms of another language are: "Morote dori". */
function isForeignLabel({ words, unknownShare }: UnknownWord, text: string): boolean {
  return words.length > 1 && words.length <= 3 && unknownShare === 1 && text.trim().split(/\s+/u).length === words.length;
}

const LONGEST_NAME = 8;

/** Returns true for a short German noun without other words or before another noun, as names are: "Betina", "Kotter Autohaus". */
function mayBeName({ word, end }: Word, text: string): boolean {
  return word.length <= LONGEST_NAME && (text.trim() === word || /^ \p{Lu}\p{Ll}{2}/u.test(text.slice(end, end + 4)));
}

/** Characters on either side of a word in which the quotation marks of a term stand. */
const QUOTED_REACH = 25;

/** Returns true for a word of a short term in quotation marks, which is often in another language: "pulpo a feira". */
function isInQuotedTerm({ start, end }: Word, text: string): boolean {
  const before = /["“„«‘][^"“”„«»‘’.!?,;:]*$/u.test(text.slice(Math.max(0, start - QUOTED_REACH), start));
  return before && /^[^"“”„«»‘’.!?,;:]*["”“»’]/u.test(text.slice(end, end + QUOTED_REACH));
}

/** Returns true if only accents differ: a slip, however often people make it ("contactanos"). */
function lacksAccents(word: string, best: Suggestion | undefined): boolean {
  return best !== undefined && withoutAccents(word).toLowerCase() === withoutAccents(best.word).toLowerCase();
}

/** Lists the endings that tell gender and number, by language: "anonimizzato" and "anonimizzati" are one word. */
const INFLECTIONS: Readonly<Record<string, readonly [ending: RegExp, others: readonly string[]]>> = {
  es: [/[oa]s?$/u, ["o", "a", "os", "as"]],
  it: [/[oaie]$/u, ["o", "a", "i", "e"]],
  pt: [/[oa]s?$/u, ["o", "a", "os", "as"]],
};

/** Returns true if a word, or another form of it, is in use: "puzles" from "puzle". */
function isInUse(word: string, words: LanguageWords, language: string): boolean {
  if ([word, word.replace(/s$/u, ""), word.replace(/e[sn]$/u, "")].some((form) => words.isInUse(form))) return true;
  const [ending, others] = INFLECTIONS[language] ?? [];
  const stem = ending ? word.replace(ending, "") : word;
  return stem !== word && (others ?? []).some((other) => words.isInUse(stem + other));
}

/**
 * Returns true if many words of a text are unknown: it is quoted from another century, or in a dialect. Languages with
 * accents are exempt, because some people leave out every accent.
 */
function isInOldText({ words, unknownShare, unknownSmall }: UnknownWord, language: Language): boolean {
  if (!hasCompounds(language) || words.length < FEWEST_WORDS_OF_OLD_TEXT) return false;
  if (unknownShare >= UNKNOWN_IN_OLD_TEXT) return true;
  return unknownSmall >= Math.max(FEWEST_SMALL_UNKNOWN, words.length * SMALL_UNKNOWN_IN_OLD_TEXT);
}

/**
 * Returns true if a word in a text of another language is a common English one ("cookie", "newsletter") or an English part of a
 * hyphenated word.
 */
function isBorrowed({ compound, word: base }: Word, { lexicon }: Context): boolean {
  const words = lexicon.words("en-US");
  const isCommon = words.frequencyOf(base.toLowerCase()) >= COMMON_ENGLISH || compound !== null;
  return isCommon && ENGLISH.some((english) => isKnown(base, knownWords(lexicon, english)));
}
