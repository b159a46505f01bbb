import { type English, isEnglish, type Language } from "../../languages.ts";
import { type Block, type BlockKind, OBJECT_PLACEHOLDER } from "../../page/block.ts";
import type { Wants } from "../check.ts";
import { type CheckBudget, NO_LIMIT } from "../check-budget.ts";
import { excerptAround } from "../excerpt.ts";
import type { Finding } from "../finding.ts";
import { createTakenRanges } from "../taken-ranges.ts";
import { anyLanguageReports, spacesBeforeStops } from "./any-language-reports.ts";
import { closingQuotes } from "./closing-quotes.ts";
import { hasHarperCue } from "./harper-cues.ts";
import { harperReports, type LintWithHarper } from "./harper-reports.ts";
import { createPatternReports } from "./patterns/match-patterns.ts";
import { PATTERN_GROUPS } from "./patterns/pattern-groups.ts";
import { type Token, tokensOf } from "./patterns/tokens.ts";
import { isRuleOn } from "./rules-on.ts";
import type { SentenceReport } from "./sentence-report.ts";
import { styleReports } from "./style/style-reports.ts";
import { wordReports } from "./word-reports.ts";

export type CheckGrammar = (
  block: Pick<Block, "text" | "kind">,
  language: Language,
  wants?: Wants,
  budget?: CheckBudget,
) => Promise<Finding[]>;

/** Blocks that hold sentences. The others hold labels, where half a sentence is right ("Sign in", "More about us"). */
export const SENTENCE_KINDS: ReadonlySet<BlockKind> = new Set([
  "paragraph",
  "list-item",
  "quote",
  "description",
  "social",
  "caption",
  "text",
]);
/** Blocks too short to be anything but a name for what a click does. */
const SKIPPED_KINDS: ReadonlySet<BlockKind> = new Set(["button", "option", "placeholder", "empty-heading"]);
const FEWEST_WORDS = 3;

const patternReports = createPatternReports(PATTERN_GROUPS);

/**
 * Makes a grammar check: rules that hold for any words everywhere, patterns and Harper's rules on sentences. Rejects when Harper broke. Gives
 * nothing when the budget is spent before the end: of reports that overlap one is kept, and which one is only known when all are there.
 */
export function createCheckGrammar(
  lintWithHarper: LintWithHarper,
  isWord: (word: string, language: Language) => boolean,
): CheckGrammar {
  return async (block, language, { styleRules } = { styleRules: [] }, budget = NO_LIMIT) => {
    if (!isEnglish(language)) return inAnyLanguage(block, language);
    const tools = { lintWithHarper, isWord: (word: string) => isWord(word, language), budget };
    const reports = (await reportsFor(block, language, tools)).filter(({ by }) => isRuleOn(by));
    if (styleRules.length > 0 && SENTENCE_KINDS.has(block.kind))
      reports.push(
        ...styleReports(block.text, tokensOf(block.text), styleRules).filter((report) => !isNearObject(report, block.text)),
      );
    return budget.hasStopped() ? [] : mergeReports(reports).map((report) => findingFor(report, block.text));
  };
}

/** What is alike in all languages. */
function inAnyLanguage({ text, kind }: Pick<Block, "text" | "kind">, language: Language): Finding[] {
  if (!SENTENCE_KINDS.has(kind)) return [];
  const reports = anyLanguageReports(text, language).filter((report) => !isNearObject(report, text));
  return mergeReports(reports).map((report) => findingFor(report, text));
}

type Tools = { lintWithHarper: LintWithHarper; isWord(word: string): boolean; budget?: CheckBudget };

/** Returns what every rule, on or not, says of a Block; only a part of that when the budget is spent. */
export async function reportsFor(
  { text, kind }: Pick<Block, "text" | "kind">,
  language: English,
  { lintWithHarper, isWord, budget = NO_LIMIT }: Tools,
): Promise<SentenceReport[]> {
  if (SKIPPED_KINDS.has(kind) || text.split(" ").length < FEWEST_WORDS) return [];
  const tokens = tokensOf(text);
  const reports = wordReports(tokens, isWord);
  if (SENTENCE_KINDS.has(kind)) {
    reports.push(
      ...closingQuotes(text),
      ...spacesBeforeStops(text, language),
      ...patternReports(text, tokens),
      ...(await askHarper(text, tokens, language, { lintWithHarper, budget })),
    );
  }
  return reports.filter((report) => !isNearObject(report, text));
}

/** What Harper says of the sentences that it is worth asking about. */
async function askHarper(
  text: string,
  tokens: readonly Token[],
  language: English,
  { lintWithHarper, budget }: { lintWithHarper: LintWithHarper; budget: CheckBudget },
): Promise<SentenceReport[]> {
  const edges = tokens.filter(({ kind }) => kind === "edge").map(({ start }) => start);
  const reports: SentenceReport[] = [];
  for (const [at, start] of edges.slice(0, -1).entries()) {
    const sentence = text.slice(start, edges[at + 1]);
    if (!hasHarperCue(sentence)) continue;
    if (budget.isSpent()) break;
    const lints = await lintWithHarper(sentence, language);
    const placed = lints.map((lint) => ({ ...lint, start: lint.start + start, end: lint.end + start }));
    reports.push(...harperReports(text, placed));
  }
  return reports;
}

/** A stretch that holds or touches an object ("a \uFFFC apple") is only half known. */
export function isNearObject({ start, end }: SentenceReport, text: string): boolean {
  return text.slice(Math.max(0, start - 2), end + 2).includes(OBJECT_PLACEHOLDER);
}

/** Returns of reports that overlap the surest; of equals, the one that says what to write, then the shorter. In the order of the text. */
export function mergeReports(reports: readonly SentenceReport[]): SentenceReport[] {
  const kept: SentenceReport[] = [];
  const bestFirst = [...reports].sort(
    (a, b) =>
      b.confidence - a.confidence ||
      Math.sign(b.suggestions.length) - Math.sign(a.suggestions.length) ||
      a.end - a.start - (b.end - b.start) ||
      a.start - b.start,
  );
  const taken = createTakenRanges(reports.reduce((last, { end }) => Math.max(last, end), 0));
  for (const report of bestFirst) {
    if (taken.overlaps(report)) continue;
    taken.take(report);
    kept.push(report);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const MOST_SUGGESTIONS = 4;

/** A report as a Finding about its Block. */
export function findingFor(
  { start, end, rule, severity, confidence, message, suggestions }: SentenceReport,
  text: string,
): Finding {
  const written = text.slice(start, end);
  return {
    check: "grammar",
    rule,
    severity,
    confidence,
    message,
    text: written,
    suggestions: [...new Set(suggestions)].slice(0, MOST_SUGGESTIONS),
    excerpt: excerptAround(text, { start, end }),
    range: { start, end },
    subject: written.normalize("NFC").toLowerCase().replace(/’/gu, "'"),
  };
}
