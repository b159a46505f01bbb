import type { Token } from "../engine/tokens.ts";
import type { SentenceReport } from "../sentence-report.ts";
import table from "./choice-limits.json" with { type: "json" };
import { type Seen, seenOf } from "./context.ts";
import { explainDoubt } from "./explain-doubt.ts";
import { type Doubt, doubtWord, limitKey } from "./judge-choice.ts";

const LIMITS = new Map<string, number>(Object.entries(table.limits));
/** Families of which no doubt is ever reported cost no time. */
const REPORTED = new Set([...LIMITS.keys()].map((key) => key.split(" ")[0]));
/** A doubt at its limit is mailed, and more so the more it is above. */
const CONFIDENCE_AT_LIMIT = 0.62;
const CONFIDENCE_PER_MARGIN = 0.02;
const MOST_CONFIDENCE = 0.72;
/** Tokens in which a slip makes its neighbours look wrong, too: of such doubts the strongest is reported. */
const NEIGHBOURS = 3;
const FEWEST_WORDS = 4;

type Weighed = Doubt & { above: number };

/** Reports words in the place of which another form or a near word fits far better. */
export function choiceReports(text: string, tokens: readonly Token[]): SentenceReport[] {
  const seen = seenOf(tokens);
  const reports: SentenceReport[] = [];
  let from = 0;
  for (const [to, { kind }] of tokens.entries()) {
    if (kind !== "edge" || to === from) continue;
    if (isSentence(tokens.slice(from, to))) {
      const doubts = strongest(doubtsIn(tokens, seen, { from, to }));
      reports.push(...doubts.flatMap((doubt) => reportFor(doubt, text, tokens) ?? []));
    }
    from = to;
  }
  return reports;
}

/** False for titles in capitals, names and labels, which the model never read. */
function isSentence(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === "word");
  const capitals = words.slice(1).filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return words.length >= FEWEST_WORDS && capitals * 2 < words.length;
}

function doubtsIn(tokens: readonly Token[], seen: readonly Seen[], { from, to }: { from: number; to: number }): Weighed[] {
  const doubts: Weighed[] = [];
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind !== "word" || isApart(tokens, at)) continue;
    for (const doubt of doubtWord(tokens, seen, at, (family) => REPORTED.has(family))) {
      const above = doubt.margin - (LIMITS.get(limitKey(doubt)) ?? Number.POSITIVE_INFINITY);
      if (above > 0) doubts.push({ ...doubt, above });
    }
  }
  return doubts;
}

function strongest(doubts: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = [];
  for (const doubt of [...doubts].sort((a, b) => b.above - a.above))
    if (kept.every(({ at }) => Math.abs(at - doubt.at) > NEIGHBOURS)) kept.push(doubt);
  return kept;
}

/** A word in quotation marks, in brackets or beside a slash is quoted or one of several. */
function isApart(tokens: readonly Token[], at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].some(
    (token) => token?.kind === "mark" && /^["'“”‘’«»()[\]/&+=*_]$/u.test(token.text),
  );
}

function reportFor(doubt: Weighed, text: string, tokens: readonly Token[]): SentenceReport | null {
  const { at, better, family } = doubt;
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token) return null;
  // A preposition is shown with the word that it goes with.
  const first = family.startsWith("in|on|") && before.kind === "word" ? before : token;
  const plain = first === before ? `${before.text} ${better}` : better;
  const { start } = first;
  const { end } = token;
  const fix = /^\p{Lu}/u.test(text.slice(start)) ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
  return {
    rule: family.includes("verb") ? "grammar/verb-or-word-form" : "grammar/wrong-word",
    by: `choices/${family.includes("|") ? "near-word" : family}`,
    severity: "warning",
    confidence: Math.min(MOST_CONFIDENCE, CONFIDENCE_AT_LIMIT + CONFIDENCE_PER_MARGIN * doubt.above),
    message: explainDoubt(doubt, tokens, text.slice(start, end), fix),
    start,
    end,
    suggestions: [fix],
  };
}
