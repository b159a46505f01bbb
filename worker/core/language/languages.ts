/** Languages of the text checks, with display names. Blocks in other languages get only the language-independent checks. */
export const LANGUAGE_NAMES = {
  "en-US": "English (American)",
  "en-GB": "English (British)",
  "en-AU": "English (Australian)",
  "en-CA": "English (Canadian)",
  de: "German",
  "de-CH": "German (Swiss)",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  nl: "Dutch",
  "pt-BR": "Portuguese (Brazilian)",
  "pt-PT": "Portuguese (European)",
} as const;

export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGES = Object.keys(LANGUAGE_NAMES).filter(isLanguage);

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGE_NAMES, tag);
}

/** Variants of English, whose dictionaries are used together. */
export const ENGLISH = ["en-US", "en-GB", "en-AU", "en-CA"] as const satisfies readonly Language[];
export type English = (typeof ENGLISH)[number];

export function isEnglish(language: Language): language is English {
  return language.startsWith("en-");
}

/** Returns the language of a tag without region or script: "de" of "de-CH". */
export function primarySubtag(tag: string): string {
  return (tag.split("-")[0] ?? "").toLowerCase();
}
