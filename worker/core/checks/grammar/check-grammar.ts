import { isEnglish, type Language } from "../../language/languages.ts";
import type { Block, BlockKind } from "../../page/block.ts";
import type { OptionalRules } from "../check.ts";
import { type CheckBudget, NO_LIMIT } from "../check-budget.ts";
import type { Finding } from "../finding.ts";
import { archaicRanges } from "./archaic-text.ts";
import { tokensOf } from "./engine/tokens.ts";
import type { ReadingsOf } from "./languages/engine/parts.ts";
import type { LintWithHarper } from "./linters/harper-reports.ts";
import type { Linter, Reading } from "./linters/linter.ts";
import { LINTERS } from "./linters/linters.ts";
import type { ReadSentence } from "./reader/create-reader.ts";
import { withSecondOpinion } from "./reader/second-opinion.ts";
import { sentenceFindings } from "./sentence-findings.ts";
import type { SentenceReport } from "./sentence-report.ts";

export type CheckGrammar = (
  block: Pick<Block, "text" | "kind">,
  language: Language,
  wants?: OptionalRules,
  budget?: CheckBudget,
) => Promise<Finding[]>;

/** The tools that the grammar check reads with, besides its rules. */
export type GrammarTools = {
  lintWithHarper: LintWithHarper;
  readSentence: ReadSentence;
  isWord: (word: string, language: Language) => boolean;
  readingsIn?: (language: Language) => ReadingsOf;
};

/** Lists the kinds of Block that contain sentences. The others contain labels, where half a sentence is right ("Sign in"). */
export const SENTENCE_KINDS: ReadonlySet<BlockKind> = new Set([
  "paragraph",
  "list-item",
  "quote",
  "description",
  "social",
  "caption",
  "text",
]);
/** Lists the kinds of Block that are not checked, because they hold little more than the name of an action. */
const SKIPPED_KINDS: ReadonlySet<BlockKind> = new Set(["button", "option", "placeholder", "empty-heading"]);
const FEWEST_WORDS = 3;

/**
 * Returns a grammar check that runs all linters. The check rejects if Harper fails. It returns no Findings if the budget is spent
 * early, because which of two overlapping reports to keep is known only when all reports are there.
 */
export function createCheckGrammar({
  lintWithHarper,
  readSentence,
  isWord,
  readingsIn = () => () => "",
}: GrammarTools): CheckGrammar {
  return async (block, language, { styleRules } = { styleRules: [] }, budget = NO_LIMIT) => {
    const readingsOf = readingsIn(language);
    const tools = {
      language,
      lintWithHarper,
      readSentence,
      isWord: (word: string) => isWord(word, language),
      readingsOf,
      styleRules,
      budget,
    };
    const reports = await reportsFor(block, tools);
    return budget.hasStopped() ? [] : sentenceFindings(reports, block.text);
  };
}

/** Returns the reports of all rules, on or off, about a Block; only some of them if the budget is spent. */
export async function reportsFor(
  { text, kind }: Pick<Block, "text" | "kind">,
  tools: Omit<Reading, "text" | "tokens" | "budget"> & { budget?: CheckBudget },
): Promise<SentenceReport[]> {
  if (SKIPPED_KINDS.has(kind) || (isEnglish(tools.language) && text.split(" ").length < FEWEST_WORDS)) return [];
  const { budget = NO_LIMIT } = tools;
  const reading = { ...tools, budget, text, tokens: isEnglish(tools.language) ? tokensOf(text) : [] };
  const reports: SentenceReport[] = [];
  for (const linter of LINTERS) {
    if (!readsBlock(linter, kind, tools.language)) continue;
    if (budget.isSpent()) break;
    reports.push(...(await linter.reports(reading)));
  }
  if (!isEnglish(tools.language)) return reports;
  const isArchaic = archaicRanges(text);
  const modern = reports.filter((report) => !isArchaic(report));
  return withSecondOpinion(modern, reading.tokens, tools.readSentence);
}

function readsBlock({ languages, reads }: Linter, kind: BlockKind, language: Language): boolean {
  const isRead = languages === "all" || (languages === "English") === isEnglish(language);
  return isRead && (reads === "every text" || SENTENCE_KINDS.has(kind));
}
