import { type Language, primarySubtag } from "#worker/core/language/languages.ts";
import { partsOf, type ReadingsOf } from "../languages/engine/parts.ts";
import { LANGUAGE_RULES } from "../languages/language-rules.ts";
import type { SentenceReport } from "../sentence-report.ts";

/** Returns what the rules of a language other than English report about a text. */
export function languageReports(text: string, language: Language, readingsOf: ReadingsOf): SentenceReport[] {
  const rules = LANGUAGE_RULES[primarySubtag(language)];
  if (!rules) return [];
  const parts = partsOf(text, readingsOf, rules.elides);
  return rules.readers.flatMap((read) => read(parts, readingsOf, language));
}
