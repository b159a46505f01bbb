import type { StyleRule } from "../../../style-rules.ts";
import { createPatternReports } from "../patterns/match-patterns.ts";
import { pattern } from "../patterns/pattern-rule.ts";
import type { Token } from "../patterns/tokens.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { SENSITIVE } from "./sensitive.ts";
import { WORDINESS } from "./wordiness.ts";

/** Advice, never mailed: nobody made a mistake. */
const ADVICE = { severity: "hint", confidence: 0.3 } as const;

const BY_PATTERN = {
  wordiness: createPatternReports([
    { ...ADVICE, rule: "grammar/style-wordiness", message: "“{text}” can be said shorter: {fix}.", patterns: WORDINESS },
  ]),
  sensitive: createPatternReports([
    {
      ...ADVICE,
      rule: "grammar/style-sensitive",
      message: "Some readers may feel shut out by “{text}”; usual today is “{fix}”.",
      patterns: SENSITIVE,
    },
  ]),
  passive: createPatternReports([
    {
      ...ADVICE,
      rule: "grammar/style-passive",
      message: "“{text}” does not say who does it; the active voice would.",
      patterns: [
        pattern(
          "passive",
          "[ is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't ~not ~@R @C&!been&!had ]",
          [],
          "The cake was eaten. => Somebody ate the cake.",
          "The cake is good, and Ann has eaten it.",
        ),
      ],
    },
  ]),
} as const;

/** Words in a sentence that most readers still take in at once. */
const MOST_WORDS = 35;

/** What the kinds of advice that a Site's owner wants say of a text. */
export function styleReports(text: string, tokens: readonly Token[], wanted: readonly StyleRule[]): SentenceReport[] {
  return wanted.flatMap((rule) => (rule === "readability" ? longSentences(tokens) : BY_PATTERN[rule](text, tokens)));
}

function longSentences(tokens: readonly Token[]): SentenceReport[] {
  const reports: SentenceReport[] = [];
  let words: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "word") words.push(token);
    if (token.kind !== "edge") continue;
    const [first] = words;
    const last = words.at(-1);
    if (first && last && words.length > MOST_WORDS)
      reports.push({
        ...ADVICE,
        rule: "grammar/style-readability",
        by: "style/readability",
        message: `This sentence has ${words.length} words; two sentences would be easier to read.`,
        start: first.start,
        end: last.end,
        suggestions: [],
      });
    words = [];
  }
  return reports;
}
