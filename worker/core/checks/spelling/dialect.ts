import type { Language } from "../check.ts";
import type { Lexicon } from "./lexicon.ts";

export const SPELLING_NAMES: Readonly<Record<Language, string>> = { "en-US": "American", "en-GB": "British" };

export function otherLanguage(language: Language): Language {
  return language === "en-US" ? "en-GB" : "en-US";
}

/** "organize" and "organization", which the Oxford dictionary prefers in British English too. */
export function isOxfordSpelling(word: string, { spellers }: Lexicon): boolean {
  const lower = word.toLowerCase();
  return (
    /[^aeou]iz(?:e|a|i)/u.test(lower) &&
    spellers["en-US"].correct(lower) &&
    spellers["en-GB"].correct(lower.replace(/iz(?=[eai])/u, "is"))
  );
}
