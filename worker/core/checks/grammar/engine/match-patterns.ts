import type { SentenceReport } from "../sentence-report.ts";
import { leadOfFix } from "../sequences/sequence-lead.ts";
import { compilePattern, type Pattern } from "./compile-pattern.ts";
import { explainFix } from "./explain-fix.ts";
import type { PatternGroup, PatternRule } from "./pattern-rule.ts";
import type { Token } from "./token.ts";
import { writeFix } from "./write-fix.ts";

type Ready = { group: PatternGroup; rule: PatternRule; pattern: Pattern; fewest: number; most: number };

/** Lists words that nearly every sentence contains. A pattern is indexed by another of its words if it has one. */
const COMMON = new Set("a an the of to and in is it that i you for on with be this are as at by he she we they".split(" "));

/** Returns a function that reports all matches of the patterns of some rules in a text. */
export function createPatternReports(
  groups: readonly PatternGroup[],
): (text: string, tokens: readonly Token[]) => SentenceReport[] {
  const byWord = new Map<string, Ready[]>();
  const anywhere: Ready[] = [];
  for (const group of groups) {
    for (const rule of group.patterns) {
      for (const source of rule.patterns) index(group, rule, compileFor(rule, source));
    }
  }

  function index(group: PatternGroup, rule: PatternRule, pattern: Pattern): void {
    const at = lookUpAt(pattern);
    const before = pattern.elements.slice(0, Math.max(0, at));
    const fewest = before.filter(({ isOptional }) => !isOptional).length;
    const ready = { group, rule, pattern, fewest, most: before.length };
    const words = pattern.elements[at]?.words;
    if (!words) anywhere.push({ ...ready, fewest: 0, most: 0 });
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), ready]);
  }

  return (text, tokens) => {
    const reports: SentenceReport[] = [];
    const add = (ready: Ready, at: number) => {
      for (let start = at - ready.most; start <= at - ready.fewest; start++) {
        const matched = start < 0 ? null : matchAt(tokens, start, ready.pattern);
        const report = matched && reportFor(ready, matched, text);
        if (report && !isPreferred(ready, report, tokens)) continue;
        if (report) return void reports.push(report);
      }
    };
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "edge") for (const ready of byWord.get(token.lower) ?? []) add(ready, at);
      for (const ready of anywhere) add(ready, at);
    }
    return reports;
  };
}

/**
 * Compiles one pattern of a rule.
 * @throws an error that names the rule
 */
function compileFor({ id }: PatternRule, source: string): Pattern {
  try {
    return compilePattern(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Rule “${id}”, pattern “${source}”: ${reason}`, { cause: error });
  }
}

/**
 * Returns the index of the element by whose words a pattern is indexed: the required one with the fewest words, where a common
 * word counts as 20. Returns -1 if no required element lists its words.
 */
function lookUpAt({ elements }: Pattern): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [at, { isOptional, words }] of elements.entries()) {
    if (isOptional || !words) continue;
    const cost = [...words].reduce((sum, word) => sum + (COMMON.has(word) ? 20 : 1), 0);
    if (cost < bestCost) [best, bestCost] = [at, cost];
  }
  return best;
}

/**
 * Returns the tokens that match a pattern from `start` on, with `null` for each optional element that is absent; `null` if the
 * pattern does not match.
 */
function matchAt(tokens: readonly Token[], start: number, pattern: Pattern, element = 0): (Token | null)[] | null {
  const wanted = pattern.elements[element];
  if (!wanted) return [];
  const token = tokens[start];
  if (token && wanted.test(token)) {
    const rest = matchAt(tokens, start + 1, pattern, element + 1);
    if (rest) return [token, ...rest];
  }
  if (!wanted.isOptional) return null;
  const rest = matchAt(tokens, start, pattern, element + 1);
  return rest && [null, ...rest];
}

/** Returns false if the correction is less probable beside its neighbours than the rule asks. */
function isPreferred({ rule }: Ready, { start, end, suggestions }: SentenceReport, tokens: readonly Token[]): boolean {
  if (rule.lead === undefined) return true;
  const isWithin = (token: Token) => token.kind !== "edge" && token.start >= start && token.end <= end;
  const from = tokens.findIndex(isWithin);
  const to = tokens.findLastIndex(isWithin) + 1;
  return leadOfFix(tokens, { from, to, fix: suggestions[0] ?? "" }) >= rule.lead;
}

/** Returns true if a fix puts an article before the name of a page or thing: "Visit our Get Involved page", "under Book Appointment". */
function isArticleForName(text: string, { start, written, fix }: { start: number; written: string; fix: string }): boolean {
  if (!/^\p{Lu}/u.test(written) || !/[\p{L}\p{N},;] $/u.test(text.slice(Math.max(0, start - 2), start))) return false;
  return /^an? /iu.test(fix) && fix.toLowerCase().endsWith(` ${written.toLowerCase()}`);
}

/** Returns the report of a match; null if the language has no word for the fix, or it changes nothing. */
function reportFor({ group, rule, pattern }: Ready, matched: (Token | null)[], text: string): SentenceReport | null {
  const wrong = matched.slice(pattern.from, pattern.to).flatMap((token) => (token && token.kind !== "edge" ? [token] : []));
  const start = wrong[0]?.start ?? 0;
  const end = wrong.at(-1)?.end ?? start;
  const written = text.slice(start, end);
  const suggestions = rule.fixes.map((fix) => writeFix(fix, matched, written)).filter((fix) => fix !== null);
  if (suggestions.length < rule.fixes.length || suggestions[0] === written) return null;
  if (isArticleForName(text, { start, written, fix: suggestions[0] ?? "" })) return null;
  return {
    rule: group.rule,
    by: `pattern/${rule.id}`,
    severity: group.severity,
    confidence: group.confidence,
    message: explainFix({ group, rule, matched, text: written, fix: suggestions[0] ?? "" }),
    start,
    end,
    suggestions,
  };
}
