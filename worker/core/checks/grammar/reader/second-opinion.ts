import type { Token } from "../engine/token.ts";
import type { SentenceReport } from "../sentence-report.ts";
import type { ReadSentence } from "./create-reader.ts";
import { createFixReadings } from "./fix-readings.ts";

/** Reports that rest on counts of neighbouring words or on parts of speech, and so profit from a look at the whole sentence. */
const JUDGED = /^(?:(?:sequences|slots)\/near-word|pattern\/tag-[\w-]+)$/u;
/** Least loss of doubt by the correction: with less, what is written is probably meant. */
const LEAST_GAIN = 1;
/** Doubt about what is written, and loss of doubt by the correction, from which on a report is sure. */
const SURE = { doubt: 3, gain: 5 };
const SHOWN_CONFIDENCE = 0.5;
const MAILED_CONFIDENCE = 0.65;

/** Returns the reports with the confidence that they have after the sentence was read with each correction. */
export function withSecondOpinion(
  reports: readonly SentenceReport[],
  tokens: readonly Token[],
  readSentence: ReadSentence,
): SentenceReport[] {
  const readFix = createFixReadings(tokens, readSentence);
  return reports.map((report) => {
    const [fix] = report.suggestions;
    if (!JUDGED.test(report.by) || fix === undefined) return report;
    const from = tokens.findIndex(({ kind, end }) => kind !== "edge" && end > report.start);
    const to = tokens.findLastIndex(({ kind, start }) => kind !== "edge" && start < report.end) + 1;
    const reading = from === -1 ? null : readFix({ from, to, fix });
    if (!reading) return report;
    const gain = reading.written.around - reading.fixed.around;
    const { confidence } = report;
    if (gain < LEAST_GAIN) return { ...report, confidence: Math.min(confidence, SHOWN_CONFIDENCE) };
    const isSure = gain > SURE.gain && reading.written.around > SURE.doubt;
    return isSure ? { ...report, confidence: Math.max(confidence, MAILED_CONFIDENCE) } : report;
  });
}
