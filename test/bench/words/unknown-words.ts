import { NO_LIMIT } from "#worker/core/checks/check-budget.ts";
import { isForeignText } from "#worker/core/checks/foreign-text.ts";
import { otherDialects } from "#worker/core/checks/spelling/dialect.ts";
import { findUnknown } from "#worker/core/checks/spelling/find-unknown.ts";
import { isRight, knownWords } from "#worker/core/checks/spelling/is-right.ts";
import type { Lexicon, WordSet } from "#worker/core/checks/spelling/lexicon.ts";
import { type Evidence, evidenceOf } from "#worker/core/checks/spelling/slips/slip-evidence.ts";
import { createSuggest, type Suggestion } from "#worker/core/checks/spelling/suggestions/suggest.ts";
import type { Block } from "#worker/core/page/block.ts";

/** An unknown word that the model judges, with its evidence. */
export type Judged = { word: string; start: number; end: number; evidence: Evidence; suggestions: readonly Suggestion[] };

/**
 * Makes what finds the words that the spelling check asks the model about, as the check itself does for American English. It takes the
 * words in `unlisted` for unknown, although a list of terms or names has them.
 */
export function createFindJudged(
  whole: Lexicon,
  unlisted: ReadonlySet<string> = new Set(),
): (block: Pick<Block, "text" | "kind">) => Judged[] {
  const without = (words: WordSet): WordSet => ({ has: (word) => !unlisted.has(word) && words.has(word) });
  const lexicon = { ...whole, terms: without(whole.terms), names: without(whole.names) };
  const suggestAny = createSuggest(lexicon);
  const suggest: typeof suggestAny = (...query) => suggestAny(...query).filter(({ word }) => !unlisted.has(word.toLowerCase()));
  const known = knownWords(lexicon, "en-US");
  const isDialect = (word: Parameters<typeof isRight>[0]) =>
    otherDialects("en-US").some((dialect) => isRight({ ...word, compound: null }, knownWords(lexicon, dialect)));
  return ({ text, kind }) => {
    if (isForeignText(text, "en-US", lexicon)) return [];
    return findUnknown({ text, lang: null }, "en-US", lexicon, NO_LIMIT).flatMap((unknown) => {
      const { word } = unknown;
      if (isDialect(word)) return [];
      const suggestions = suggest(word.word, "en-US", () => false);
      const evidence = evidenceOf({ ...unknown, text, kind, known, counts: lexicon.counts, suggestions });
      return [{ word: word.word, start: word.start, end: word.end, evidence, suggestions }];
    });
  };
}
