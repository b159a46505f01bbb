import { isEnglish, type Language } from "../../language/languages.ts";
import type { Block, BlockKind } from "../../page/block.ts";
import type { OptionalRules } from "../check.ts";
import { type CheckBudget, NO_LIMIT } from "../check-budget.ts";
import { excerptAround } from "../excerpt.ts";
import { type Finding, MAIL_CONFIDENCE } from "../finding.ts";
import { dropOverlapping } from "../overlap.ts";
import { dialectMessage, otherDialects } from "./dialect.ts";
import { findUnknown, type UnknownWord } from "./find-unknown.ts";
import { isRight, knownWords } from "./is-right.ts";
import { compoundSlip, hasCompounds } from "./languages/compound-slip.ts";
import { confidenceElsewhere } from "./languages/confidence-elsewhere.ts";
import { rightAccents } from "./languages/wrong-accents.ts";
import type { LanguageWords, Lexicon } from "./lexicon.ts";
import { slipProbability } from "./slips/slip-probability.ts";
import { evidenceAbout } from "./slips/word-counts.ts";
import { findSplitWords } from "./split-words.ts";
import { rankInContext } from "./suggestions/rank-in-context.ts";
import { createSuggest, type Suggestion } from "./suggestions/suggest.ts";

export type CheckSpelling = (
  block: Pick<Block, "text"> & Partial<Pick<Block, "kind" | "lang">>,
  language: Language,
  wants?: OptionalRules,
  budget?: CheckBudget,
) => Finding[];

const DIALECT_CONFIDENCE = 0.5;
/** Largest cost between the spellings of one word in two varieties of a language: "aluminium", "planear". */
const OTHER_SPELLING = 1.5;
/** Confidence for a letter that the language never writes, in a word that is right with another accent ("jòvenes"). */
const FOREIGN_LETTER_CONFIDENCE = 0.9;
/** Length of the longest word that is likely to be right in a related language as well ("què" in a Catalan phrase). */
const LONGEST_SMALL_WORD = 4;
/** Cost and frequency of a word with the accents put right. */
const ACCENTED = { cost: 0.3, frequency: 200 };
/**
 * Limits the queries to the dictionary for one Block, at a tenth of a second each. Further words use the table of words alone.
 */
const MOST_ASKED = 8;
/** Lowest confidence of a Finding; below it, less than a third would be mistakes. */
const WORTH_SHOWING = 0.3;
/** Largest cost at which a compound that the dictionary accepts is taken for a slip of another word. */
const CLEAR_SLIP = 1.06;
const CLEARLY_IN_USE = 20;
/** Limits the confidence in the name of a file, and for a name without its capital in a label of so many words. */
const SMALL_LABEL_CONFIDENCE = 0.5;
const MOST_LABEL_WORDS = 3;
/** Number of suggestions shown; the rest are too far off to help. */
const SHOWN = 4;

type Context = {
  text: string;
  kind: BlockKind;
  language: Language;
  lexicon: Lexicon;
  suggest: (word: string) => Suggestion[];
};

/**
 * Returns a spelling check that uses a loaded lexicon. Each occurrence of a wrong word in the Block is one Finding. Words that
 * remain when the budget is spent are not checked.
 */
export function createCheckSpelling(lexicon: Lexicon): CheckSpelling {
  const suggest = createSuggest(lexicon);
  return ({ text, kind = "paragraph", lang = null }, language, _wants, budget = NO_LIMIT) => {
    let asked = 0;
    const mayAsk = () => ++asked <= MOST_ASKED;
    const context = { text, kind, language, lexicon, suggest: (base: string) => suggest(base, language, mayAsk) };
    const unknown = findUnknown({ text, lang }, language, lexicon, budget).flatMap((word) => findingFor(word, context) ?? []);
    return inOrder(unknown, findSplitWords(text, language));
  };
}

/** Sorts Findings by their place in the text. A split word replaces the Findings about its parts ("to gether"). */
function inOrder(unknown: readonly Finding[], splits: readonly Finding[]): Finding[] {
  return [...dropOverlapping(unknown, splits), ...splits].sort((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0));
}

function findingFor(unknown: UnknownWord, context: Context): Finding | null {
  const { word } = unknown;
  const { text, language, lexicon, suggest } = context;
  const { word: base, start, end } = word;
  const accents = rightAccents(word, knownWords(lexicon, language));
  const suggestions = withAccents(accents?.word, base, withCompound(base, suggest(base), context));
  // The dictionary accepts this word as a compound, so it is wrong only if the intended word is clear.
  const isInDictionary = hasCompounds(language) && isRight(word, knownWords(lexicon, language));
  if (isInDictionary && !isClearCompound(suggestions[0], lexicon.words(language))) return null;
  const ranked = isEnglish(language) ? rankInContext(suggestions, text, start) : suggestions;
  const found = {
    check: "spelling" as const,
    text: text.slice(start, end),
    suggestions: ranked.slice(0, SHOWN).map((suggestion) => suggestion.word),
    excerpt: excerptAround(text, { start, end }),
    range: { start, end },
    subject: base.toLowerCase(),
  };
  const alone = { ...word, compound: null };
  const other = isInDictionary
    ? undefined
    : otherDialects(language).find((dialect) => isRight(alone, knownWords(lexicon, dialect)));
  if (other) {
    // Words that differ between the dictionaries for reasons other than spelling ("homeschool", "Touriga") are not mistakes.
    const isSpelling = suggestions.some(({ cost }) => cost <= OTHER_SPELLING);
    if (!isSpelling || (/^\p{Lu}\p{Ll}/u.test(base) && !word.opensSentence && !language.startsWith("de"))) return null;
    const message = dialectMessage(found.text, { other, language });
    return { ...found, rule: "spelling/other-dialect", severity: "hint", confidence: DIALECT_CONFIDENCE, message };
  }
  const probability = isEnglish(language)
    ? slipProbability({ ...unknown, ...context, known: knownWords(lexicon, language), counts: lexicon.counts, suggestions })
    : accents?.isForeignLetter && (base.length > LONGEST_SMALL_WORD || !unknown.isForeignPhrase)
      ? FOREIGN_LETTER_CONFIDENCE
      : confidenceElsewhere(unknown, suggestions, context);
  const confidence =
    isSmallLabel(text, base, suggestions[0]) || isFileName(context)
      ? Math.min(probability, SMALL_LABEL_CONFIDENCE)
      : probability;
  if (confidence < WORTH_SHOWING) return null;
  const [best] = found.suggestions;
  return {
    ...found,
    rule: "spelling/unknown-word",
    severity: confidence >= MAIL_CONFIDENCE ? "error" : "hint",
    confidence,
    ...(isEnglish(language) ? { evidence: evidenceAbout(lexicon.counts, base.toLowerCase()) } : {}),
    message: best
      ? `“${found.text}” is not in our dictionaries. Did you mean “${best}”?`
      : `“${found.text}” is not in our dictionaries.`,
  };
}

/** Returns true if a name lacks only its capital in a tag or label that is in small letters on purpose: "paris", "new delhi". */
function isSmallLabel(text: string, word: string, best: Suggestion | undefined): boolean {
  if (best?.word.toLowerCase() !== word || text !== text.toLowerCase()) return false;
  return !/[.!?;:]/u.test(text) && text.trim().split(/\s+/u).length <= MOST_LABEL_WORDS;
}

/** Returns true for a text that took the name of a file for the description of a picture: "logo-mision". */
function isFileName({ text, kind }: Context): boolean {
  return (kind === "alt" || kind === "tooltip") && /^[\p{Ll}\d]+(?:[-_][\p{Ll}\d]+)+$/u.test(text);
}

/** Returns true if a suggestion is one slip away and is either a word in use or a compound that the dictionary accepts. */
function isClearCompound(best: Suggestion | undefined, words: LanguageWords): boolean {
  if (best === undefined || best.word.includes(" ") || best.cost > CLEAR_SLIP) return false;
  return words.frequencyOf(best.word) >= CLEARLY_IN_USE || (best.frequency >= 5 * CLEARLY_IN_USE && words.correct(best.word));
}

/** Puts the intended compound first, unless the best suggestion is a word in use that is at least as near. */
function withCompound(word: string, suggestions: Suggestion[], { language, lexicon, suggest }: Context): Suggestion[] {
  const meant = compoundSlip(word, { words: lexicon.words(language), language, suggest });
  const [best] = suggestions;
  if (!meant || (best && best.cost <= meant.cost && best.frequency > 0)) return suggestions;
  return [meant, ...suggestions.filter((other) => other.word !== meant.word)];
}

/** Puts a word with the right accents first, in the case of the written one. */
function withAccents(accented: string | undefined, written: string, suggestions: Suggestion[]): Suggestion[] {
  if (accented === undefined) return suggestions;
  const isCapital = /^\p{Lu}/u.test(written);
  const word =
    written.length > 1 && written === written.toUpperCase()
      ? accented.toUpperCase()
      : isCapital
        ? accented.charAt(0).toUpperCase() + accented.slice(1)
        : accented;
  return [{ word, ...ACCENTED }, ...suggestions.filter((other) => other.word !== word)];
}
