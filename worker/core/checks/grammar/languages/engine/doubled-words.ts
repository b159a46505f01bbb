import type { SentenceReport } from "../../sentence-report.ts";
import { canBe, isOnly, type Part } from "./parts.ts";

const SHORTEST = 4;

/** Returns reports of nouns and verbs that are written twice. Adjectives and adverbs are doubled on purpose ("caldo caldo"), and so are imperatives. */
export function doubledWords(parts: readonly Part[], language: string, codes: readonly string[]): SentenceReport[] {
  return parts.flatMap((part, at) => {
    const [before, next, third] = [parts[at - 1], parts[at + 1], parts[at + 2]];
    if (part.kind !== "word" || next?.lower !== part.lower || third?.lower === part.lower || part.isShouted) return [];
    if (part.lower.length < SHORTEST || !isOnly(part.readings, codes) || part.start === next.start) return [];
    // "Wenn Fliegen fliegen": a capital sets them apart.
    if (language === "de" && part.text !== next.text && canBe(part.readings, "N")) return [];
    const isNoun = language === "de" && part.isCapital && next.isCapital;
    if (!isNoun && (next.isCapital || (part.isCapital && !part.opens))) return [];
    if (isNoun && (/^\p{Lu}/u.test(third?.text ?? "") || before?.isCapital)) return [];
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
