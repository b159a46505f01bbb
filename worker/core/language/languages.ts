/** Languages that the text checks know, each with its name for people. A Block in any other language is not checked. */
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

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGE_NAMES, tag);
}

/** The kinds of English, whose dictionaries are read together. */
export const ENGLISH = ["en-US", "en-GB", "en-AU", "en-CA"] as const satisfies readonly Language[];
export type English = (typeof ENGLISH)[number];

export function isEnglish(language: Language): language is English {
  return language.startsWith("en-");
}

/** The language of a tag without its region or script: "de" of "de-CH". */
export function primarySubtag(tag: string): string {
  return (tag.split("-")[0] ?? "").toLowerCase();
}
