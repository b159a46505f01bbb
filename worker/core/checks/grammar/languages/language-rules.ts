import type { Language } from "#worker/core/language/languages.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { germanArticles } from "./de/articles.ts";
import { dasOrDass } from "./de/das-dass.ts";
import { GERMAN_LISTS } from "./de/lists.ts";
import { nominalWords } from "./de/nominal-words.ts";
import { GERMAN_RULES } from "./de/rules.ts";
import { createAgreementReports } from "./engine/agreement.ts";
import { doubledWords } from "./engine/doubled-words.ts";
import type { Part, ReadingsOf } from "./engine/parts.ts";
import { createPatternReports } from "./engine/pattern-reports.ts";
import { SPANISH_AGREEMENT } from "./es/agreement.ts";
import { SPANISH_LISTS } from "./es/lists.ts";
import { SPANISH_RULES } from "./es/rules.ts";
import { FRENCH_AGREEMENT } from "./fr/agreement.ts";
import { FRENCH_LISTS } from "./fr/lists.ts";
import { FRENCH_RULES } from "./fr/rules.ts";

import { ITALIAN_AGREEMENT } from "./it/agreement.ts";
import { articleSounds } from "./it/article-sound.ts";
import { ITALIAN_LISTS } from "./it/lists.ts";
import { ITALIAN_RULES } from "./it/rules.ts";
import { articlesOf } from "./nl/articles.ts";
import { DUTCH_LISTS } from "./nl/lists.ts";
import { DUTCH_RULES } from "./nl/rules.ts";
import { PORTUGUESE_AGREEMENT } from "./pt/agreement.ts";
import { PORTUGUESE_LISTS } from "./pt/lists.ts";
import { PORTUGUESE_RULES } from "./pt/rules.ts";

type Read = (parts: readonly Part[], readingsOf: ReadingsOf, language: Language) => SentenceReport[];

/** The readers of a language. `elides` is true if words can lose a vowel before an apostrophe ("l'eau"). */
type LanguageReaders = { elides: boolean; readers: readonly Read[] };

const NAMES = "names";
const NOUNS_AND_VERBS = ["N", "V1", "V2", "V3"];

/** Maps the primary subtag of each language to its readers. */
export const LANGUAGE_RULES: Readonly<Record<string, LanguageReaders>> = {
  fr: {
    elides: true,
    readers: [
      createPatternReports("fr", FRENCH_RULES, { lists: FRENCH_LISTS, capitalsMean: NAMES }),
      createAgreementReports(FRENCH_AGREEMENT),
      (parts) => doubledWords(parts, "fr", NOUNS_AND_VERBS),
    ],
  },
  es: {
    elides: false,
    readers: [
      createPatternReports("es", SPANISH_RULES, { lists: SPANISH_LISTS, capitalsMean: NAMES }),
      createAgreementReports(SPANISH_AGREEMENT),
      (parts) => doubledWords(parts, "es", NOUNS_AND_VERBS),
    ],
  },
  it: {
    elides: true,
    readers: [
      createPatternReports("it", ITALIAN_RULES, { lists: ITALIAN_LISTS, capitalsMean: NAMES }),
      createAgreementReports(ITALIAN_AGREEMENT),
      articleSounds,
      (parts) => doubledWords(parts, "it", NOUNS_AND_VERBS),
    ],
  },
  pt: {
    elides: false,
    readers: [
      createPatternReports("pt", PORTUGUESE_RULES, { lists: PORTUGUESE_LISTS, capitalsMean: NAMES }),
      createAgreementReports(PORTUGUESE_AGREEMENT),
      (parts) => doubledWords(parts, "pt", NOUNS_AND_VERBS),
    ],
  },
  nl: {
    elides: false,
    readers: [
      createPatternReports("nl", DUTCH_RULES, { lists: DUTCH_LISTS, capitalsMean: NAMES }),
      articlesOf,
      (parts) => doubledWords(parts, "nl", NOUNS_AND_VERBS),
    ],
  },
  de: {
    elides: false,
    readers: [
      createPatternReports("de", GERMAN_RULES, { lists: GERMAN_LISTS, capitalsMean: "nothing" }),
      dasOrDass,
      germanArticles,
      nominalWords,
      (parts) => doubledWords(parts, "de", ["N", "V"]),
    ],
  },
};
