import { z } from "zod";
import type { Language } from "#worker/core/language/languages.ts";
import type { SentenceReport } from "../sentence-report.ts";

/**
 * The fields used of a match in LanguageTool's HTTP API, version 2 (`POST /v2/check`). Offsets are in UTF-16 code units, as in
 * Java.
 */
const match = z.object({
  message: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  replacements: z.array(z.object({ value: z.string() })).default([]),
  rule: z.object({
    id: z.string(),
    issueType: z.string().default("uncategorized"),
    category: z.object({ id: z.string() }).default({ id: "MISC" }),
  }),
});

/** The answer of LanguageTool. An answer of any other shape is rejected. */
export const languageToolAnswer = z.object({ matches: z.array(match).max(10_000) });
export type LanguageToolMatch = z.infer<typeof match>;

/** Returns LanguageTool's code for a language. */
export function languageToolCode(language: Language): string {
  return language === "de" ? "de-DE" : language;
}

/**
 * Maps categories of rules to the confidence of their reports. Other categories concern style, or conventions that web pages do
 * not follow.
 */
const CONFIDENCE: Readonly<Record<string, number>> = {
  GRAMMAR: 0.8,
  CONFUSED_WORDS: 0.75,
  CONFUSIONS: 0.75,
  CAT_GRAMMAIRE: 0.8,
  AGREEMENT: 0.75,
  AGREEMENT_VERB: 0.75,
  CONCORDANCES: 0.75,
  HILFESTELLUNG_KOMMASETZUNG: 0.65,
  IDIOMS: 0.65,
  MULTITOKEN: 0.65,
  TYPOS: 0.65,
  COLLOCATIONS: 0.6,
  SEMANTICS: 0.6,
  COMPOUNDING: 0.55,
  CASING: 0.55,
  PUNCTUATION: 0.5,
  MISC: 0.5,
};
/** Lists issue types that are ignored: spelling has its own check, and taste and typography are not mistakes. */
const UNHEARD = new Set(["misspelling", "style", "register", "locale-violation", "typographical", "whitespace", "formatting"]);
/** Confidence of issues of type "grammar" in a category without a confidence of its own. */
const GRAMMAR_CONFIDENCE = 0.65;

/** Returns a match of LanguageTool as a report; null if it is about spelling or style. */
export function languageToolReport({ message, offset, length, replacements, rule }: LanguageToolMatch): SentenceReport | null {
  const confidence = CONFIDENCE[rule.category.id] ?? (rule.issueType === "grammar" ? GRAMMAR_CONFIDENCE : undefined);
  if (confidence === undefined || UNHEARD.has(rule.issueType)) return null;
  return {
    rule: `grammar/languagetool-${rule.id.toLowerCase().replaceAll("_", "-").slice(0, 80)}`,
    by: `languagetool/${rule.id}`,
    severity: confidence >= 0.6 ? "warning" : "hint",
    confidence,
    message: message.slice(0, 500),
    start: offset,
    end: offset + length,
    suggestions: replacements.slice(0, 4).map(({ value }) => value),
  };
}
