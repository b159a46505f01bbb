import { type Language, primarySubtag } from "../../../language/languages.ts";
import { isKnown, knownWords } from "../is-right.ts";
import type { Lexicon } from "../lexicon.ts";
import { countOf, DICTIONARY_BITS } from "../slips/word-counts.ts";

/**
 * Lists endings of technical terms, by language, with those of the same terms in English: "inulina" and "inulin", "dysfasie" and
 * "dysphasia".
 */
const ENDINGS: Readonly<Record<string, readonly (readonly [ending: RegExp, english: readonly string[]])[]>> = {
  es: [[/inas?$/u, ["in", "ine"]]],
  fr: [[/ines?$/u, ["in", "ine"]]],
  it: [[/in[ae]$/u, ["in", "ine"]]],
  nl: [
    [/ie$/u, ["ia", "y"]],
    [/ine$/u, ["in", "ine"]],
  ],
  pt: [[/inas?$/u, ["in", "ine"]]],
};
/** Length from which a word in the lists of terms is no slip of a common word: "propio" is in them, too. */
const SHORTEST = 7;
const LISTS_OF_TERMS = DICTIONARY_BITS.medical | DICTIONARY_BITS.scientific;

/**
 * Returns true for a Latin or Greek term of medicine or science, which many languages share: the English lists have it, as it is or with
 * its English ending.
 */
export function isTechnicalTerm(word: string, language: Language, lexicon: Lexicon): boolean {
  const lower = word.toLowerCase();
  if (lower.length < SHORTEST) return false;
  if (isListedTerm(lower, lexicon)) return true;
  const english = knownWords(lexicon, "en-US");
  return (ENDINGS[primarySubtag(language)] ?? []).some(([ending, others]) => {
    const stem = lower.replace(ending, "");
    if (stem === lower) return false;
    return others.some((other) =>
      [stem, stem.replaceAll("f", "ph")].some((form) => isKnown(form + other, english) || isListedTerm(form + other, lexicon)),
    );
  });
}

function isListedTerm(word: string, { counts }: Lexicon): boolean {
  const { dictionaries } = countOf(counts, word);
  return (dictionaries & LISTS_OF_TERMS) !== 0 && (dictionaries & DICTIONARY_BITS.misspelling) === 0;
}
