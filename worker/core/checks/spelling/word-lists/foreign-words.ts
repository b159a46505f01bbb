import { languagesWithWord } from "../../../language/detect-language.ts";
import { type Language, primarySubtag } from "../../../language/languages.ts";

const BRANCHES: Readonly<Record<string, string>> = {
  en: "English",
  de: "Germanic",
  nl: "Germanic",
  fr: "Romance",
  es: "Romance",
  it: "Romance",
  pt: "Romance",
};

/**
 * Returns the languages in which a word is common, except those related to the language of the text. Related languages are
 * excluded because a slip in one is often right in another: Spanish "número" without its accent is Italian.
 */
export function languagesElsewhere(word: string, language: Language): string[] {
  const own = BRANCHES[primarySubtag(language)];
  return languagesWithWord(word.toLowerCase()).filter((other) => BRANCHES[other] !== undefined && BRANCHES[other] !== own);
}
