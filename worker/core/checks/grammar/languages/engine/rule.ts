import type { Language } from "#worker/core/language/languages.ts";

/**
 * What is wrong in some words next to each other, and what to write instead. A pattern is a row of elements:
 * `word|other` one of these; `@list` one of a list of the language; `<N.p>` a word that can be that (see `canBe`); `<=N,A>` one that can be
 * nothing else; `*` any word; `#` a number; `,` a mark; `^` where a sentence begins; `$` before a mark or the end. After `!` comes what an
 * alternative may not be (`<Vi>!<N>!être`); a `?` at the end makes an element optional. `[word→other]` is what is reported, with what to write:
 * a text (`_` for a space), or ways to change the ending (`/é/er/;/ez/er/`), of which the first that makes a known word counts.
 */
export type LanguageRule = {
  id: string;
  /** What the Finding is filed under. */
  rule: "grammar/wrong-word" | "grammar/agreement" | "grammar/verb-or-word-form" | "grammar/phrase";
  /** The one kind of the language in which it is wrong; all where it is left out. */
  dialect?: Language;
  /** 0.8 where it is left out. */
  confidence?: number;
  /** One sentence for the owner: `{text}` is what is written, `{fix}` what to write. */
  message: string;
  patterns: readonly string[];
};

/** Words that patterns name by "@name". */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>>;

/** Returns the words of lists, each written as one text. */
export function wordLists<Name extends string>(
  lists: Readonly<Record<Name, string>>,
): Readonly<Record<Name, ReadonlySet<string>>> {
  const sets = {} as Record<Name, ReadonlySet<string>>;
  for (const name in lists) sets[name] = new Set(lists[name].split(" "));
  return sets;
}
