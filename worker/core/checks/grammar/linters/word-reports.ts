import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { tagged } from "../syntax/tagged.ts";
import { articleFor } from "./article-for.ts";
import { repeatedPair, repeatedRun, repeatedWord } from "./repeated-words.ts";

/** Words after "a" where it is a letter and no article: "the value a at t = 0", "a and b". */
const AFTER_A_LETTER = new Set("a an and are as at if in into is it of on or unto up us".split(" "));

const isAdverb = tagged("RB");
const isVerb = tagged("VB", "VBP", "VBZ", "VBD", "MD");

/** Returns the reports of rules that compare words or depend on pronunciation, which patterns cannot express. */
export function wordReports(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "word") return [];
    return [
      repeatedWord(tokens, at),
      repeatedPair(tokens, at),
      repeatedRun(tokens, at),
      wrongArticle(tokens, at, isWord),
    ].filter((report) => report !== null);
  });
}

/** Returns true for a word after which "a" is a letter and an adverb follows: "What does a actually stand for?". */
const asksFor = (token: Token | undefined) => /^(?:do|does|did)$/u.test(token?.lower ?? "");

function wrongArticle(tokens: readonly Token[], at: number, isWord: (word: string) => boolean): SentenceReport | null {
  const token = tokens[at];
  if (!token || (token.lower !== "a" && token.lower !== "an")) return null;
  if (token.text === "A" && tokens[at - 1]?.kind !== "edge" && !/^["'“‘([]$/u.test(tokens[at - 1]?.text ?? "")) return null;
  // "AN 2": a code, unless all is in capitals.
  if (token.text === "AN" && !/^\p{Lu}+$/u.test(tokens[at + 1]?.text ?? "")) return null;
  if (token.lower === "a" && isAdverb(tokens[at + 1]) && (isVerb(tokens[at + 2]) || asksFor(tokens[at - 1]))) return null;
  const isQuoted = /^["'“‘(]$/u.test(tokens[at + 1]?.text ?? "");
  const next = tokens[at + (isQuoted ? 2 : 1)];
  if (next?.kind !== "word" || !(tokens[at + 1]?.isSpaced ?? false)) return null;
  if (token.lower === "a" && AFTER_A_LETTER.has(next.lower)) return null;
  const right = articleFor(next.text, isWord);
  if (right === null || right === token.lower) return null;
  const best = token.text === token.lower ? right : right.charAt(0).toUpperCase() + right.slice(1);
  return report(token.start, token.end, {
    by: "words/article",
    rule: "grammar/article",
    confidence: 0.8,
    message: `Write “${best} ${next.text}”, because “${next.text}” begins with a ${right === "an" ? "vowel" : "consonant"} sound.`,
    suggestions: [best],
  });
}

function report(start: number, end: number, rest: Omit<SentenceReport, "start" | "end" | "severity">): SentenceReport {
  return { ...rest, severity: "error", start, end };
}
