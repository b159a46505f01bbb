import type { Language } from "../check.ts";

/** Whether a dictionary has a word, in this spelling or with a capital that its place asks for. nspell's `correct`, for one. */
export type Speller = { correct(word: string): boolean };

/** Everything that a spelling check reads, loaded. Files are read elsewhere (worker/checking). */
export type Lexicon = {
  spellers: Readonly<Record<Language, Speller>>;
  /** Lower-case vocabulary of the web and of software that dictionaries lack: "dropdown", "localhost". Right in any case. */
  terms: ReadonlySet<string>;
  /** Lower-case names of people and companies. Right where they are written with a capital. */
  names: ReadonlySet<string>;
  /** How often each lower-case word stands in a large body of English. */
  frequencies: ReadonlyMap<string, number>;
  /** Words without endings that each dictionary lists, in its own case. */
  stems: Readonly<Record<Language, readonly string[]>>;
};
