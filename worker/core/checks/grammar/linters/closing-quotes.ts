import type { SentenceReport } from "../sentence-report.ts";

/** Matches a quotation that begins and ends with an opening mark. Skips „so“, as other languages quote. */
const CLOSED_BY_OPENING = /(?<![\p{L}\p{N}„“])“[^\s“”„][^“”„]{0,60}(?<![\s([])“(?![\p{L}\p{N}“])/gu;

/** Returns reports of English quotations that end with an opening mark: “so“. */
export function closingQuotes(text: string): SentenceReport[] {
  // A low mark shows that the text quotes as German does, where “ is the closing mark.
  if (text.includes("„")) return [];
  return [...text.matchAll(CLOSED_BY_OPENING)].map(({ 0: found, index }) => ({
    rule: "grammar/quotation-mark",
    by: "words/closing-quote",
    severity: "hint",
    confidence: 0.55,
    message: `“${found.slice(1, -1)}” ends with an opening quotation mark (“); use a closing one (”).`,
    start: index,
    end: index + found.length,
    suggestions: [`${found.slice(0, -1)}”`],
  }));
}
