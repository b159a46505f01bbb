import { z } from "zod";
import type { Language } from "#worker/core/language/languages.ts";
import type { SentenceReport } from "../sentence-report.ts";
import earnedRules from "./language-tool-rules.json" with { type: "json" };

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

/** Confidence of rules that found mistakes and flagged no right sentence, by measurement (test/bench/language/language-tool-rules.ts). */
const EARNED_CONFIDENCE = 0.75;
/** Confidence of other rules: shown on the site, not mailed. */
const UNPROVEN_CONFIDENCE = 0.5;
const EARNED: ReadonlySet<string> = new Set(earnedRules);
/** Categories whose rules are about conventions that web pages do not follow. */
const UNHEARD_CATEGORIES = new Set([
  "PUNCTUATION",
  "CASING",
  "TYPOGRAPHY",
  "REDUNDANCY",
  "STYLE",
  "REPETITIONS",
  "REPETITIONS_STYLE",
]);
/** Issue types that are ignored: taste and typography are not mistakes, and doubled words have a rule of ours. */
const UNHEARD_TYPES = new Set([
  "style",
  "register",
  "locale-violation",
  "typographical",
  "whitespace",
  "formatting",
  "duplication",
]);
/** Marks the rules that look words up in a dictionary: spelling has its own check. Confused words have type "misspelling" too. */
const SPELLER = /MORFOLOGIK|SPELL/;

/** Returns a match of LanguageTool as a report; null if it is about spelling or style. */
export function languageToolReport({ message, offset, length, replacements, rule }: LanguageToolMatch): SentenceReport | null {
  const isEarned = EARNED.has(rule.id);
  if (SPELLER.test(rule.id) || UNHEARD_TYPES.has(rule.issueType)) return null;
  if (!isEarned && UNHEARD_CATEGORIES.has(rule.category.id)) return null;
  return {
    rule: `grammar/languagetool-${rule.id.toLowerCase().replaceAll("_", "-").slice(0, 80)}`,
    by: `languagetool/${rule.id}`,
    severity: isEarned ? "warning" : "hint",
    confidence: isEarned ? EARNED_CONFIDENCE : UNPROVEN_CONFIDENCE,
    message: message.slice(0, 500),
    start: offset,
    end: offset + length,
    suggestions: replacements.slice(0, 4).map(({ value }) => value),
  };
}
