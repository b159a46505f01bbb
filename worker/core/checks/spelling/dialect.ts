import { type Language, primarySubtag } from "../../language/languages.ts";
import type { Lexicon } from "./lexicon.ts";

const SPELLING_NAMES: Readonly<Record<Language, string>> = {
  "en-US": "American",
  "en-GB": "British",
  "en-AU": "Australian",
  "en-CA": "Canadian",
  de: "standard",
  "de-CH": "Swiss",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  nl: "Dutch",
  "pt-BR": "Brazilian",
  "pt-PT": "European",
};

const LANGUAGE_NAMES: Readonly<Record<string, string>> = { en: "English", de: "German", pt: "Portuguese" };

/** Returns the message for a word that is right in another variety of the language. */
export function dialectMessage(word: string, { other, language }: { other: Language; language: Language }): string {
  const name = LANGUAGE_NAMES[primarySubtag(language)] ?? "";
  return `“${word}” is the ${SPELLING_NAMES[other]} spelling, but we check this text as ${SPELLING_NAMES[language]} ${name}.`;
}

/** Lists the other varieties of the same language, the likeliest first. */
const SISTERS: Readonly<Partial<Record<Language, readonly Language[]>>> = {
  "en-US": ["en-GB", "en-CA", "en-AU"],
  "en-GB": ["en-US", "en-AU", "en-CA"],
  "en-AU": ["en-US", "en-GB", "en-CA"],
  "en-CA": ["en-US", "en-GB", "en-AU"],
  de: ["de-CH"],
  "pt-BR": ["pt-PT"],
  "pt-PT": ["pt-BR"],
};

export function otherDialects(language: Language): readonly Language[] {
  return SISTERS[language] ?? [];
}

/** Returns true for spellings like "organize" and "organization", which Oxford dictionaries prefer in British English too. */
export function isOxfordSpelling(word: string, { words }: Pick<Lexicon, "words">): boolean {
  const lower = word.toLowerCase();
  return (
    /[^aeou]iz(?:e|a|i)/u.test(lower) &&
    words("en-US").correct(lower) &&
    words("en-GB").correct(lower.replace(/iz(?=[eai])/u, "is"))
  );
}
