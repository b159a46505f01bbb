import type { SentenceReport } from "../../sentence-report.ts";
import { canBe, isOnly, type Part } from "./parts.ts";

const SHORTEST = 4;

/**
 * Returns reports of nouns and verbs that are repeated. Skips words that can be adjectives or adverbs ("caldo caldo") or
 * imperatives, which are repeated on purpose.
 */
export function doubledWords(parts: readonly Part[], language: string, codes: readonly string[]): SentenceReport[] {
  return parts.flatMap((part, at) => {
    const [before, next, third] = [parts[at - 1], parts[at + 1], parts[at + 2]];
    if (part.kind !== "word" || next?.lower !== part.lower || third?.lower === part.lower || part.isShouted) return [];
    if (part.lower.length < SHORTEST || !isOnly(part.readings, codes) || part.start === next.start) return [];
    // In "Wenn Fliegen fliegen", the capital distinguishes a noun from a verb.
    if (language === "de" && part.text !== next.text && canBe(part.readings, "N")) return [];
    const isNoun = language === "de" && part.isCapital && next.isCapital;
    if (!isNoun && (next.isCapital || (part.isCapital && !part.opens))) return [];
    if (isNoun && (/^\p{Lu}/u.test(third?.text ?? "") || before?.isCapital)) return [];
    // In "(c) Verarbeitung Verarbeitung ist jeder Vorgang", a heading and its text are joined.
    if (isNoun && (before === undefined || before.text === ")")) return [];
    return [
      {
        rule: "grammar/repeated-word",
        by: `${language}/repeated-word`,
        severity: "error",
        confidence: 0.8,
        message: `“${part.text}” is repeated; write it once.`,
        start: part.start,
        end: next.end,
        suggestions: [part.text],
      },
    ];
  });
}
