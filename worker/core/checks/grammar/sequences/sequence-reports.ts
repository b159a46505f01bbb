import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import { type Slip, slipsIn } from "./sequence-slips.ts";

/** Weights of what slipsIn says of a place, in its order, fitted by test/bench/make/fit-sequence-weights.ts. */
const WEIGHTS = [
  /** constant */ -5.636, /** lead */ 0.279, /** cost */ -0.011, /** fit */ 0.763, /** between */ -0.43, /** last */ -0.185,
  /** next */ -0.261, /** alone */ 0.949, /** meant alone */ -0.959, /** meant between */ 0.101, /** meant last */ 0.195,
  /** meant next */ 0.313, /** meant beside */ -0.025, /** usual */ -0.83, /** short */ 0.043, /** apostrophe */ 1.677,
  /** sound */ 1.94, /** form */ -0.121, /** form fit */ 0.276, /** form usual */ 0.422, /** unseen */ 0.36,
];
/** Least weighted sum for a report: about one false alarm in 30,000 words of edited text. */
const LEAST = 3.2;
const CONFIDENCE = 0.7;

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
    if (!token || weigh(slip) < LEAST || !isWord(token.lower) || !isWord(slip.meant)) return [];
    return [reportFor(token, slip.meant)];
  });
}

function reportFor({ text, lower, start, end }: Token, meant: string): SentenceReport {
  const fix = text.charAt(0) === lower.charAt(0) ? meant : meant.charAt(0).toUpperCase() + meant.slice(1);
  return {
    rule: "grammar/wrong-word",
    by: "sequences/near-word",
    severity: "error",
    confidence: CONFIDENCE,
    message: `You probably mean “${fix}”, not “${text}”.`,
    start,
    end,
    suggestions: [fix],
  };
}
