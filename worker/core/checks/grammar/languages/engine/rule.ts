import type { Language } from "#worker/core/language/languages.ts";

/**
 * A rule that finds a mistake by patterns that also contain the correction. A pattern is a row of elements separated by spaces:
 *
 * - `word|other` matches one of these words; `@list` a word of a list of the language; `*` any word; `#` a number; `,` that mark.
 * - `<N.p>` matches a word that has this reading (see `canBe`); `<=N,A>` one that has only these readings.
 * - `^` matches the beginning of a sentence; `$` the end of the text, or the place before a mark.
 * - `x!y` matches x unless y matches (`<Vi>!<N>!être`); `x?` makes x optional.
 * - `[word→other]` encloses the words to report and their correction: a text (`_` for a space), or changes of the ending
 *   (`/é/er/;/ez/er/`), of which the first that yields a known word is used.
 */
export type LanguageRule = {
  id: string;
  /** The rule of the Finding. */
  rule: "grammar/wrong-word" | "grammar/agreement" | "grammar/verb-or-word-form" | "grammar/phrase";
  /** The only variety of the language in which the text is wrong; absent if it is wrong in all. */
  dialect?: Language;
  /** The confidence of the reports; 0.8 if absent. */
  confidence?: number;
  /** One sentence for the owner. `{text}` is the written text, `{fix}` the correction. */
  message: string;
  patterns: readonly string[];
};

/** Lists of words that patterns refer to as "@name". */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>>;

/** Returns the words of each list, given as text with spaces between the words. */
export function wordLists<Name extends string>(
  lists: Readonly<Record<Name, string>>,
): Readonly<Record<Name, ReadonlySet<string>>> {
  const sets = {} as Record<Name, ReadonlySet<string>>;
  for (const name in lists) sets[name] = new Set(lists[name].split(" "));
  return sets;
}
