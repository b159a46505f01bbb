import type { Language } from "#worker/core/language/languages.ts";
import type { SentenceReport } from "../../sentence-report.ts";
import { type CompiledPattern, compilePattern } from "./compile-rule.ts";
import type { Part, ReadingsOf } from "./parts.ts";
import type { LanguageRule, WordLists } from "./rule.ts";
import { writtenOf } from "./written-of.ts";

type Ready = { rule: LanguageRule; pattern: CompiledPattern; fewest: number; most: number };

const CONFIDENCE = 0.8;
const CLOSES = /^[.,;:!?)…»”|–—]$/u;

/**
 * Returns a reader that reports all matches of the rules of one language. A pattern is indexed by its element with the fewest
 * listed words.
 */
export function createPatternReports(
  name: string,
  rules: readonly LanguageRule[],
  { lists, capitalsMean }: { lists: WordLists; capitalsMean: "names" | "nothing" },
): (parts: readonly Part[], readingsOf: ReadingsOf, language: Language) => SentenceReport[] {
  const byWord = new Map<string, Ready[]>();
  const anywhere: Ready[] = [];
  for (const rule of rules) for (const source of rule.patterns) index(rule, compilePattern(source, lists));

  function index(rule: LanguageRule, pattern: CompiledPattern): void {
    const at = lookUpAt(pattern);
    const before = pattern.elements.slice(0, Math.max(0, at));
    const ready = { rule, pattern, fewest: before.filter(({ isOptional }) => !isOptional).length, most: before.length };
    const words = pattern.elements[at]?.words;
    if (!words) anywhere.push(ready);
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), ready]);
  }

  const isReadable = ({ isShouted, isCapital, opens }: Part) =>
    !isShouted && (capitalsMean === "nothing" || !isCapital || opens);

  function matchAt(parts: readonly Part[], start: number, pattern: CompiledPattern, element = 0): (Part | null)[] | null {
    const wanted = pattern.elements[element];
    const part = parts[start];
    if (!wanted) return pattern.closes && part && !CLOSES.test(part.text) ? null : [];
    if (part && isReadable(part) && wanted.test(part)) {
      const rest = matchAt(parts, start + 1, pattern, element + 1);
      if (rest) return [part, ...rest];
    }
    if (!wanted.isOptional) return null;
    const rest = matchAt(parts, start, pattern, element + 1);
    return rest && [null, ...rest];
  }

  return (parts, readingsOf, language) => {
    const reports: SentenceReport[] = [];
    const tryAt = ({ rule, pattern, fewest, most }: Ready, at: number) => {
      if (rule.dialect && rule.dialect !== language) return;
      for (let start = Math.max(0, at - most); start <= at - fewest; start++) {
        if (pattern.opens && !parts[start]?.opens) continue;
        const matched = matchAt(parts, start, pattern);
        const report = matched && reportFor(rule, pattern, matched, readingsOf);
        if (report) return void reports.push({ ...report, by: `${name}/${rule.id}` });
      }
    };
    for (const [at, part] of parts.entries()) {
      if (part.kind !== "mark" || byWord.has(part.lower)) for (const ready of byWord.get(part.lower) ?? []) tryAt(ready, at);
      if (part.kind === "word") for (const ready of anywhere) tryAt(ready, at);
    }
    return reports;
  };
}

/** Returns the index of the required element with the fewest listed words, or -1 if no required element lists its words. */
function lookUpAt({ elements }: CompiledPattern): number {
  let best = -1;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [at, { isOptional, words }] of elements.entries())
    if (!isOptional && words && words.size < fewest) [best, fewest] = [at, words.size];
  return best;
}

function reportFor(
  { rule, confidence = CONFIDENCE, message }: LanguageRule,
  { from, to, fix }: CompiledPattern,
  matched: readonly (Part | null)[],
  readingsOf: ReadingsOf,
): Omit<SentenceReport, "by"> | null {
  const wrong = matched.slice(from, to).filter((part) => part !== null);
  const written = writtenOf(wrong);
  const suggestion = fix(written, readingsOf);
  if (wrong.length === 0 || suggestion === null || suggestion === written) return null;
  const [before, after] = besideOf(written, matched, { from, to });
  const all = [...before, ...wrong, ...after];
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  const [head, tail] = [writtenOf([...before, ...wrong.slice(0, 1)]), writtenOf([...wrong.slice(-1), ...after])];
  const whole = `${head.slice(0, head.length - (wrong[0]?.text.length ?? 0))}${suggestion}${tail.slice(wrong.at(-1)?.text.length ?? 0)}`;
  return {
    rule,
    severity: "error",
    confidence,
    message: message.replaceAll("{text}", writtenOf(all)).replaceAll("{fix}", whole),
    start: first.start,
    end: last.end,
    suggestions: [whole],
  };
}

const SHORT = 4;

/**
 * Returns a word to report together with a short one: the next word of the match, or else the one before. A short word alone
 * ("a") says little, and Findings about it in different places of a site would become one Issue.
 */
function besideOf(
  written: string,
  matched: readonly (Part | null)[],
  { from, to }: Pick<CompiledPattern, "from" | "to">,
): [before: Part[], after: Part[]] {
  if (written.length > SHORT) return [[], []];
  const isWord = (part: Part | null | undefined) => part && part.kind !== "mark";
  const next = matched.slice(to).find((part) => part !== null);
  if (next && isWord(next)) return [[], [next]];
  const last = matched.slice(0, from).findLast((part) => part !== null);
  return last && isWord(last) ? [[last], []] : [[], []];
}
