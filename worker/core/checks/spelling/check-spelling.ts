import type { Language } from "../../language/languages.ts";
import { isEnglish } from "../../language/languages.ts";
import type { Block } from "../../page/block.ts";
import type { Wants } from "../check.ts";
import { type CheckBudget, NO_LIMIT } from "../check-budget.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { notYetFound } from "../overlap.ts";
import { compoundSlip, hasCompounds, isUnlikelyCompound } from "./compound-slip.ts";
import { hasFreeEnding, isDerived, isPlausible } from "./derived-words.ts";
import { dialectMessage, isOxfordSpelling, otherDialects } from "./dialect.ts";
import { languagesElsewhere } from "./foreign-words.ts";
import { isKnown, isRight, type KnownWords, knownWords, withoutElision, withoutPossessive } from "./is-right.ts";
import type { LanguageWords, Lexicon } from "./lexicon.ts";
import { areListed } from "./named-words.ts";
import { nounConfidence } from "./noun-capital.ts";
import { confidenceOf, isSlipOf } from "./spelling-confidence.ts";
import { findSplitWords } from "./split-words.ts";
import { createSuggest, type Suggestion } from "./suggest.ts";
import { tokenize, type Word } from "./tokenize.ts";
import { isVoseo, saysVos } from "./voseo.ts";

export type CheckSpelling = (
  block: Pick<Block, "text"> & Partial<Pick<Block, "lang">>,
  language: Language,
  wants?: Wants,
  budget?: CheckBudget,
) => Finding[];

/** A word with as many unknown ones among the two before and the two after is in a phrase of another language, or filler text. */
const FOREIGN_NEIGHBOURS = 2;
const DIALECT_CONFIDENCE = 0.5;
/** So near is a word in one spelling of a language to itself in another: "aluminium", "planear". */
const OTHER_SPELLING = 1.5;
/** An English word in a text of another language: borrowed, unless it is a slip. */
const BORROWED_CONFIDENCE = 0.45;
/** Rarer English words are no more likely to be borrowed than to be a slip. */
const COMMON_ENGLISH = 5;
/** Unknown words of one Block about which its dictionary is asked, a tenth of a second each; the others have what the table of words has. */
const MOST_ASKED = 8;
/** Right words are looked up in no time: the budget is asked after so many. */
const WORDS_PER_LOOK = 32;
/** Distinct unknown words looked into in one Block: what has more is a list or no prose, and each costs milliseconds. */
const MOST_UNKNOWN = 60;
/** So near is a word to one that a dictionary made it up for. */
const CLEAR_SLIP = 1.06;
const CLEARLY_IN_USE = 20;
/** Names that are near no common word, and phrases in other languages, are nobody's mistakes. */
const WORTH_SHOWING = 0.4;
/** Suggestions shown; the rest are too far off to help. */
const SHOWN = 4;

type Context = {
  text: string;
  language: Language;
  lexicon: Lexicon;
  suggest: (word: string) => Suggestion[];
};

/**
 * Makes a spelling check over a loaded lexicon. Each wrong word is one Finding, each time it stands in the Block. When the budget is spent,
 * the words after that are left out.
 */
export function createCheckSpelling(lexicon: Lexicon): CheckSpelling {
  const suggest = createSuggest(lexicon);
  return ({ text, lang = null }, language, _wants, budget = NO_LIMIT) => {
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
    let asked = 0;
    const mayAsk = () => ++asked <= MOST_ASKED;
    const distinct = new Set<string>();
    const unknown = words.flatMap((word, at) => {
      if ((at % WORDS_PER_LOOK === 0 && budget.isSpent()) || budget.hasStopped() || !isWrong(at) || budget.isSpent()) return [];
      if (distinct.add(word.text).size > MOST_UNKNOWN) return [];
      const isForeign = (near: number) => isWrong(near) || isForeignLooking(words[near], language);
      const around = [at - 2, at - 1, at + 1, at + 2];
      const isForeignPhrase = around.filter(isForeign).length >= FOREIGN_NEIGHBOURS;
      if (isForeignPhrase && around.some((near) => isForeignLooking(words[near], language))) return [];
      const tongues = around.flatMap((near) => (isWrong(near) ? tonguesOf(words[near], language) : []));
      const own = tonguesOf(word, language);
      // "au chocolat" of "pain au chocolat"; both words of "Muchas gracias".
      if (own.some((tongue) => tongues.includes(tongue))) return [];
      const isBesideForeign =
        tongues.length > 0 ||
        (own.length > 0 && around.some((near) => isWrong(near))) ||
        // "pouding chômeur"; not beside "José".
        [at - 1, at + 1].some((near) => isForeignLooking(words[near], language) && /^\p{Ll}/u.test(words[near]?.word ?? ""));
      const isListedWithUnknown = [...around, at - 3, at + 3].some((near) => {
        const other = words[near];
        return isWrong(near) && other !== undefined && areListed(word, other, text);
      });
      const finding = findingFor(
        word,
        { isForeignPhrase: isForeignPhrase || isBesideForeign, isListedWithUnknown },
        { text, language, lexicon, suggest: (base) => suggest(base, language, mayAsk) },
      );
      return finding ? [finding] : [];
    });
    return inOrder(unknown, findSplitWords(text, language));
  };
}

/** As they stand in the text; what stands apart swallows its parts ("to gether"). */
function inOrder(unknown: readonly Finding[], splits: readonly Finding[]): Finding[] {
  return [...notYetFound(unknown, splits), ...splits].sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}

/** What is known of the words beside. */
type Around = { isForeignPhrase: boolean; isListedWithUnknown: boolean };

function findingFor(word: Word, around: Around, context: Context): Finding | null {
  const { text, language, lexicon, suggest } = context;
  const { base, start, end } = coreOf(word, language);
  const suggestions = withCompound(base, suggest(base), context);
  // The dictionary takes it apart, so it is wrong only where what was meant is clear.
  const isInDictionary = isRight(word, knownWords(lexicon, language));
  if (isInDictionary && !isClearCompound(suggestions[0], lexicon.words(language))) return null;
  const found = {
    check: "spelling" as const,
    text: text.slice(start, end),
    suggestions: suggestions.slice(0, SHOWN).map((suggestion) => suggestion.word),
    excerpt: excerptAround(text, { start, end }),
    range: { start, end },
    subject: base.toLowerCase(),
  };
  const alone = { ...word, compound: null };
  const other = isInDictionary
    ? undefined
    : otherDialects(language).find((dialect) => isRight(alone, knownWords(lexicon, dialect)));
  if (other) {
    // In one dictionary and not in the other for no reason of spelling ("homeschool", "Touriga"): nobody's mistake.
    const isSpelling = suggestions.some(({ cost }) => cost <= OTHER_SPELLING);
    if (!isSpelling || (/^\p{Lu}\p{Ll}/u.test(base) && !word.opensSentence && !language.startsWith("de"))) return null;
    const message = dialectMessage(found.text, { other, language });
    return { ...found, rule: "spelling/other-dialect", severity: "hint", confidence: DIALECT_CONFIDENCE, message };
  }
  const isGermanNoun = language.startsWith("de") && /^\p{Lu}/u.test(base);
  if (isBorrowed(word, base, context) && (word.compound !== null || isGermanNoun || !isSlipOf(suggestions[0]))) return null;
  const known = knownWords(lexicon, language);
  if (hasFreeEnding(base, known) || (isDerived(base, known) && !isSlipOf(suggestions[0]))) return null;
  const confidence = weigh({ ...word, word: base, start, end }, { known, suggestions, around, context });
  if (confidence < WORTH_SHOWING) return null;
  const [best] = found.suggestions;
  return {
    ...found,
    rule: "spelling/unknown-word",
    severity: confidence >= 0.6 ? "error" : "hint",
    confidence,
    message: best
      ? `“${found.text}” is not in our dictionaries. Did you mean “${best}”?`
      : `“${found.text}” is not in our dictionaries.`,
  };
}

/** A compound that the dictionary makes up; not a part of a hyphenated word, nor a name or a term. */
function isMadeUp({ word, compound }: Word, language: Language, lexicon: Lexicon): boolean {
  if (!hasCompounds(language) || compound !== null || lexicon.terms.has(word.toLowerCase())) return false;
  return isUnlikelyCompound(word, lexicon.words(language), language);
}

/** One slip away from a word in use, or from a compound that the dictionary has. */
function isClearCompound(best: Suggestion | undefined, words: LanguageWords): boolean {
  if (best === undefined || best.word.includes(" ") || best.cost > CLEAR_SLIP) return false;
  return words.frequencyOf(best.word) >= CLEARLY_IN_USE || (best.frequency >= 5 * CLEARLY_IN_USE && words.correct(best.word));
}

/** Puts what a compound was meant to be before what is further from what was written. */
function withCompound(word: string, suggestions: Suggestion[], { language, lexicon, suggest }: Context): Suggestion[] {
  const meant = compoundSlip(word, { words: lexicon.words(language), language, suggest });
  const [best] = suggestions;
  if (!meant || (best && best.cost <= meant.cost && best.frequency > 0)) return suggestions;
  return [meant, ...suggestions.filter((other) => other.word !== meant.word)];
}

type Weighed = { known: KnownWords; suggestions: Suggestion[]; around: Around; context: Context };

function weigh(word: Word, { known, suggestions, around, context }: Weighed): number {
  const { text, language } = context;
  const [best] = suggestions;
  const asNoun = nounConfidence(word, { text, language, best: best?.word });
  if (asNoun !== null) return asNoun;
  const evidence = {
    text,
    language,
    suggestions,
    ...around,
    isPlausibleWord: isPlausible(word.word, known),
    isDaemonLike: isEnglish(language) && isDaemonLike(word.word, best, known),
    isPrefixedLetter: word.word.length >= 5 && isKnown(word.word.slice(1), known),
  };
  const confidence = confidenceOf(word, evidence);
  return isBorrowed(word, word.word, context) ? Math.min(confidence, BORROWED_CONFIDENCE) : confidence;
}

/** "fingerd", but not "happend", which lacks a letter. */
function isDaemonLike(word: string, best: Suggestion | undefined, known: KnownWords): boolean {
  return word.endsWith("d") && !best?.word.endsWith("ed") && isKnown(word.slice(0, -1), known);
}

/** An English word in another language ("cookie", "newsletter"). */
function isBorrowed({ compound }: Word, base: string, { language, lexicon }: Context): boolean {
  if (isEnglish(language)) return false;
  const words = lexicon.words("en-US");
  const isCommon = words.frequencyOf(base.toLowerCase()) >= COMMON_ENGLISH || compound !== null;
  return isCommon && isKnown(base, knownWords(lexicon, "en-US"));
}

/** What of a word is looked up and told: without a possessive ending, and without what is elided before it ("l’"). */
function coreOf(word: Word, language: Language): { base: string; start: number; end: number } {
  const whole = withoutPossessive(word.word);
  const base = withoutElision(whole, language);
  const elided = base === whole ? 0 : word.text.search(/['’ʼ]/u) + 1;
  const length = word.text.replace(/['’ʼ]s?$/iu, "").length;
  return { base, start: word.start + elided, end: word.start + length };
}

/** Other languages in which a word is common; none for what only lacks its apostrophe ("dont"). */
function tonguesOf(word: Word | undefined, language: Language): string[] {
  return word === undefined || LACKS_APOSTROPHE.test(word.word) ? [] : languagesElsewhere(word.word, language);
}

const LACKS_APOSTROPHE = /^(?:dont|cest|wont|cant)$/iu;

function isForeignLooking(word: Word | undefined, language: Language): boolean {
  return word !== undefined && isEnglish(language) && /[^\p{ASCII}]/u.test(word.word);
}
