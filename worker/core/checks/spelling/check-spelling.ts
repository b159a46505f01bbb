import type { Block } from "../../page/block.ts";
import type { Language } from "../check.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { isOxfordSpelling, otherLanguage, SPELLING_NAMES } from "./dialect.ts";
import { isDerived, isKnown, isPlausible, isRight, type KnownWords, withoutPossessive } from "./is-right.ts";
import type { Lexicon } from "./lexicon.ts";
import { confidenceOf, isSlipOf } from "./spelling-confidence.ts";
import { createSuggest, type Suggestion } from "./suggest.ts";
import { tokenize, type Word } from "./tokenize.ts";

export type CheckSpelling = (block: Pick<Block, "text">, language: Language) => Finding[];

/** A word with as many unknown ones among the two before and the two after is in a phrase of another language, or filler text. */
const FOREIGN_NEIGHBOURS = 2;
const DIALECT_CONFIDENCE = 0.5;
/** Distinct unknown words looked into in one Block: what has more is a list or no prose, and each costs milliseconds. */
const MOST_UNKNOWN = 60;
/** Suggestions shown; the rest are too far off to help. */
const SHOWN = 4;

/** A spelling check over a loaded lexicon. Each wrong word is one Finding, each time it stands in the Block. */
export function createCheckSpelling(lexicon: Lexicon): CheckSpelling {
  const suggest = createSuggest(lexicon);
  return (block, language) => {
    const words = tokenize(block.text);
    const known = knownWords(lexicon, language);
    const wrong = words.map((word) => !isRight(word, known) && !(language === "en-GB" && isOxfordSpelling(word.word, lexicon)));
    const distinct = new Set<string>();
    return words.flatMap((word, at) => {
      if (!wrong[at]) return [];
      if (distinct.add(word.word).size > MOST_UNKNOWN) return [];
      const neighbours = [at - 2, at - 1, at + 1, at + 2].filter((near) => wrong[near] || isForeignLooking(words[near]));
      const isForeignPhrase = neighbours.length >= FOREIGN_NEIGHBOURS;
      const finding = findingFor(word, { block, language, lexicon, suggest, isForeignPhrase });
      return finding ? [finding] : [];
    });
  };
}

export function knownWords({ spellers, terms, names }: Lexicon, language: Language): KnownWords {
  return { speller: spellers[language], terms, names };
}

type Context = {
  block: Pick<Block, "text">;
  language: Language;
  lexicon: Lexicon;
  suggest: (word: string, language: Language) => Suggestion[];
  isForeignPhrase: boolean;
};

function findingFor(word: Word, { block, language, lexicon, suggest, isForeignPhrase }: Context): Finding | null {
  const base = withoutPossessive(word.word);
  const start = word.start;
  const end = word.start + word.text.replace(/['’ʼ]s?$/iu, "").length;
  const suggestions = suggest(base, language);
  const other = otherLanguage(language);
  const found = {
    check: "spelling" as const,
    text: block.text.slice(start, end),
    suggestions: suggestions.slice(0, SHOWN).map((suggestion) => suggestion.word),
    excerpt: excerptAround(block.text, { start, end }),
    range: { start, end },
    subject: base.toLowerCase(),
  };
  if (isRight({ ...word, compound: null }, knownWords(lexicon, other))) {
    // In one dictionary and not in the other for no reason of spelling ("homeschool"): nobody's mistake.
    if (suggestions.length === 0) return null;
    return {
      ...found,
      rule: "spelling/other-dialect",
      severity: "hint",
      confidence: DIALECT_CONFIDENCE,
      message: `“${found.text}” is the ${SPELLING_NAMES[other]} spelling; this text is checked as ${SPELLING_NAMES[language]} English.`,
    };
  }
  const known = knownWords(lexicon, language);
  if (isDerived(base, known) && !isSlipOf(suggestions[0])) return null;
  const isPlausibleWord = isPlausible(base, known);
  const isPrefixedLetter = base.length >= 5 && isKnown(base.slice(1), known);
  const confidence = confidenceOf(
    { ...word, word: base },
    { text: block.text, suggestions, isForeignPhrase, isPlausibleWord, isPrefixedLetter },
  );
  const [best] = found.suggestions;
  return {
    ...found,
    rule: "spelling/unknown-word",
    severity: confidence >= 0.6 ? "error" : "hint",
    confidence,
    message: best ? `“${found.text}” is not a word we know; did you mean “${best}”?` : `“${found.text}” is not a word we know.`,
  };
}

function isForeignLooking(word: Word | undefined): boolean {
  return word !== undefined && /[^\p{ASCII}]/u.test(word.word);
}
