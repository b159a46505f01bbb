import type { SentenceReport } from "../sentence-report.ts";

/** An opening mark before a word, and after a few words, where English closes, another opening mark. Not „so“, as other languages quote. */
const CLOSED_BY_OPENING = /(?<![\p{L}\p{N}„“])“[^\s“”„][^“”„]{0,60}(?<![\s([])“(?![\p{L}\p{N}“])/gu;

/** What is quoted in English and ends with the mark that quotations begin with: “so“. */
export function closingQuotes(text: string): SentenceReport[] {
  // With a low mark anywhere, the text quotes as German does.
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
