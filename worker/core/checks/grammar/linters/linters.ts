import { isEnglish } from "#worker/core/language/languages.ts";
import { choiceReports } from "../choices/choice-reports.ts";
import { createPatternReports } from "../engine/match-patterns.ts";
import { PATTERN_GROUPS } from "../rules/pattern-groups.ts";
import { anyLanguageReports, spacesBeforeStops } from "./any-language-reports.ts";
import { closingQuotes } from "./closing-quotes.ts";
import { askHarper } from "./harper-reports.ts";
import { type LanguageToolMatch, languageToolReport } from "./language-tool-reports.ts";
import type { Linter } from "./linter.ts";
import { retextReports, styleReports } from "./retext-reports.ts";
import { wordReports } from "./word-reports.ts";

const patternReports = createPatternReports(PATTERN_GROUPS);

/** The linters that run here, in no order that matters: of reports that overlap, the surest is kept. */
export const LINTERS: readonly Linter[] = [
  {
    id: "words",
    languages: "English",
    reads: "every text",
    reports: ({ tokens, isWord }) => wordReports(tokens, isWord),
  },
  {
    id: "retext",
    languages: "English",
    reads: "every text",
    reports: ({ text, tokens }) => retextReports(text, tokens),
  },
  { id: "quotes", languages: "English", reads: "sentences", reports: ({ text }) => closingQuotes(text) },
  {
    id: "stops",
    languages: "English",
    reads: "sentences",
    reports: ({ text, language }) => spacesBeforeStops(text, language),
  },
  {
    id: "patterns",
    languages: "English",
    reads: "sentences",
    reports: ({ text, tokens }) => patternReports(text, tokens),
  },
  {
    id: "choices",
    languages: "English",
    reads: "sentences",
    reports: ({ text, tokens }) => choiceReports(text, tokens),
  },
  {
    id: "harper",
    languages: "English",
    reads: "sentences",
    reports: ({ text, tokens, language, lintWithHarper, budget }) =>
      isEnglish(language) ? askHarper({ text, tokens, language }, { lintWithHarper, budget }) : [],
  },
  {
    id: "style",
    languages: "English",
    reads: "sentences",
    reports: ({ text, tokens, styleRules }) => (styleRules.length === 0 ? [] : styleReports(text, tokens, styleRules)),
  },
  {
    id: "any-language",
    languages: "others",
    reads: "sentences",
    reports: ({ text, language }) => anyLanguageReports(text, language),
  },
];

/** LanguageTool, which a server runs: it reads many texts at once, and its matches are handed over. */
export const LANGUAGE_TOOL = {
  id: "languagetool",
  languages: "all",
  reads: "sentences",
  reports: ({ matches }: { matches: readonly LanguageToolMatch[] }) =>
    matches.map(languageToolReport).filter((report) => report !== null),
} satisfies Linter<{ matches: readonly LanguageToolMatch[] }>;
