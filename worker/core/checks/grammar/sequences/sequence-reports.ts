import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { type Slip, slipsIn } from "./sequence-slips.ts";

/** Weights of what slipsIn says of a place, in its order, fitted by test/bench/make/make-sequence-weights.ts. */
const WEIGHTS = [
  ...[-7.548, 0.374, 0.095, 0.872, 0.143, -0.209, -0.142, 0.979, -1.021, 0.186, 0.231],
  ...[0.09, -0.03, -1.223, -0.082, 0.335, 3.367, 1.108, 0.17, -0.168, 0.431],
];
/** Least weighted sums for a report, and for one that is mailed: about one false alarm in 40,000 words of edited text. */
const LEAST = 2.1;
const LEAST_MAILED = 3.2;
/** The least for a mail where the written word is rare: a trade's own words are, and are right ("hex values", "decision matrices"). */
const LEAST_RARE = 4.2;
const CONFIDENCE = { shown: 0.5, mailed: 0.7 } as const;

/** Returns the weighted sum of what speaks for a slip. */
function weigh({ features }: Slip): number {
  return features.reduce((sum, feature, at) => sum + feature * (WEIGHTS[at] ?? 0), 0);
}

/**
 * Returns reports of words that are hardly ever written beside their neighbours, where a word that is written alike is usual: "a great
 * weak ahead", "it was too son". Counted by test/bench/make/make-sequence-model.ts.
 */
export function sequenceReports(tokens: readonly Token[], isWord: (word: string) => boolean): SentenceReport[] {
  return slipsIn(tokens).flatMap((slip) => {
    const token = tokens[slip.at];
    const weight = weigh(slip);
    const least = slip.isRare ? LEAST_RARE : LEAST_MAILED;
    if (!token || weight < LEAST || !isWord(token.lower) || !isWord(slip.meant)) return [];
    return [reportFor(token, slip.meant, weight < least ? CONFIDENCE.shown : CONFIDENCE.mailed)];
  });
}

function reportFor({ text, lower, start, end }: Token, meant: string, confidence: number): SentenceReport {
  const fix = text.charAt(0) === lower.charAt(0) ? meant : meant.charAt(0).toUpperCase() + meant.slice(1);
  return {
    rule: "grammar/wrong-word",
    by: "sequences/near-word",
    severity: "error",
    confidence,
    message: `You probably mean “${fix}”, not “${text}”.`,
    start,
    end,
    suggestions: [fix],
  };
}
