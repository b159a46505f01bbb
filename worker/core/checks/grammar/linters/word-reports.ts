import type { Token } from "../engine/tokens.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { articleFor } from "./article-for.ts";

/** Lists words that can correctly be repeated: "he had had", "a very, very", "bye bye". */
const SAID_TWICE = new Set(
  "had that can very so no many much long far really bye ha blah yeah hear there now night knock tut win so-so cha etc".split(
    " ",
  ),
);
/** Lists words before which "a" is a letter, not an article: "the value a at t = 0", "a and b". */
const AFTER_A_LETTER = new Set("a an and are as at if in into is it of on or unto up us".split(" "));

/** Returns the reports of rules that compare words or depend on pronunciation, which patterns cannot express. */
export function wordReports(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "word") return [];
    return [repeatedWord(tokens, at), repeatedPair(tokens, at), wrongArticle(tokens, at, isWord)].filter(
      (report) => report !== null,
    );
  });
}

function repeatedWord(tokens: readonly Token[], at: number): SentenceReport | null {
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || !next?.isSpaced || token.lower !== next.lower || SAID_TWICE.has(token.lower)) return null;
  // "innerRadius innerRadius", "1 1", "Duran Duran" and "New York, New York" are names or deliberate repetitions.
  if (token.text.length === 1 || (tokens[at - 1]?.kind === "mark" && !token.isSpaced)) return null;
  if (!/^\p{L}\p{Ll}*$/u.test(token.text) || /^\p{Lu}/u.test(next.text) || third?.lower === token.lower) return null;
  // "Will will come" has a name and a verb.
  if (/^(?:Will|Mark|May|Bill|Sue|Drew|Pat|Rob|Grant|Chase|Hope)$/u.test(token.text)) return null;
  return report(token.start, next.end, {
    by: "words/repeated-word",
    rule: "grammar/repeated-word",
    confidence: 0.9,
    message: `“${token.text}” is repeated; write it once.`,
    suggestions: [token.text],
  });
}

/** Reports two words that are repeated, the second time in lower case: "at the at the". */
function repeatedPair(tokens: readonly Token[], at: number): SentenceReport | null {
  const [a, b, c, d] = tokens.slice(at, at + 4);
  if (!a || !b || !c || !d || a.lower !== c.lower || b.lower !== d.lower || a.lower === b.lower) return null;
  const areWords = [a, b, c, d].every(({ kind, text }) => kind === "word" && /^\p{L}+$/u.test(text)) && c.text === c.lower;
  if (!areWords || d.text !== d.lower || !/^(?:at|in|on|of|to|for|from|with|by|the|is|are|was)$/u.test(a.lower)) return null;
  return report(a.start, d.end, {
    by: "words/repeated-phrase",
    rule: "grammar/repeated-word",
    confidence: 0.85,
    message: `“${a.text} ${b.text}” is repeated; write it once.`,
    suggestions: [`${a.text} ${b.text}`],
  });
}

function wrongArticle(tokens: readonly Token[], at: number, isWord: (word: string) => boolean): SentenceReport | null {
  const token = tokens[at];
  if (!token || (token.lower !== "a" && token.lower !== "an")) return null;
  if (token.text === "A" && tokens[at - 1]?.kind !== "edge" && !/^["'“‘([]$/u.test(tokens[at - 1]?.text ?? "")) return null;
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
