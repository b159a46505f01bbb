import { isEnglish } from "#worker/core/language/languages.ts";
import { editReports } from "../edits/edit-reports.ts";
import { createPatternReports } from "../engine/match-patterns.ts";
import { governmentReports } from "../government/government-reports.ts";
import { hyphenReports } from "../hyphens/hyphen-reports.ts";
import { LABEL_GROUPS, PATTERN_GROUPS } from "../rules/pattern-groups.ts";
import { missingWords } from "../sequences/missing-words.ts";
import { partedWords } from "../sequences/parted-words.ts";
import { sequenceReports } from "../sequences/sequence-reports.ts";
import { slotReports } from "../slots/slot-reports.ts";
import { anyLanguageReports, spacesBeforeStops } from "./any-language-reports.ts";
import { closingQuotes } from "./closing-quotes.ts";
import { askHarper } from "./harper-reports.ts";
import { languageReports } from "./language-reports.ts";
import { type LanguageToolMatch, languageToolReport } from "./language-tool-reports.ts";
import type { Linter } from "./linter.ts";
import { retextReports, styleReports } from "./retext-reports.ts";
import { syntaxReports } from "./syntax-reports.ts";
import { wordReports } from "./word-reports.ts";

const patternReports = createPatternReports(PATTERN_GROUPS);
const labelReports = createPatternReports(LABEL_GROUPS);

/** Lists the linters that need no server. Their order does not matter: of overlapping reports, the surest is kept. */
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
    id: "labels",
    languages: "English",
    reads: "every text",
    reports: ({ text, tokens }) => labelReports(text, tokens),
  },
  {
    id: "slots",
    languages: "English",
    reads: "sentences",
    reports: ({ tokens, isWord }) => slotReports(tokens, isWord),
  },
  {
    id: "sequences",
    languages: "English",
    reads: "sentences",
    reports: ({ tokens, isWord }) => [
      ...sequenceReports(tokens, isWord),
      ...missingWords(tokens),
      ...partedWords(tokens, isWord),
    ],
  },
  {
    id: "edits",
    languages: "English",
    reads: "sentences",
    reports: ({ tokens, isWord, readSentence }) => editReports(tokens, { isWord, readSentence }),
  },
  { id: "government", languages: "English", reads: "sentences", reports: ({ tokens }) => governmentReports(tokens) },
  { id: "hyphens", languages: "English", reads: "sentences", reports: ({ text, tokens }) => hyphenReports(text, tokens) },
  { id: "syntax", languages: "English", reads: "sentences", reports: ({ tokens }) => syntaxReports(tokens) },
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
  {
    id: "language",
    languages: "others",
    reads: "sentences",
    reports: ({ text, language, readingsOf }) => languageReports(text, language, readingsOf),
  },
];

/** LanguageTool, which runs on a server. It reads many texts at once, so its matches are passed in. */
export const LANGUAGE_TOOL = {
  id: "languagetool",
  languages: "all",
  reads: "sentences",
  reports: ({ matches }: { matches: readonly LanguageToolMatch[] }) =>
    matches.map(languageToolReport).filter((report) => report !== null),
} satisfies Linter<{ matches: readonly LanguageToolMatch[] }>;
